/** What a grant form said, as typed: to be parsed, and to be shown again where it cannot be. */
export const grantTyped = (form: FormData) => ({
  role: String(form.get("role") ?? ""),
  administrationIds: form.getAll("administrationIds").map(String),
  unitIds: form.getAll("unitIds").map(String),
  deputyAccountId: String(form.get("deputyAccountId") ?? "") || null,
});
