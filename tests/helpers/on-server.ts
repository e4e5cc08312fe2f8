/** A database on the server of the tests. @example onServer("postgres://localhost/postgres", "demo") // "postgres://localhost/demo" */
export const onServer = (server: string, name: string): string =>
  Object.assign(new URL(server), { pathname: `/${name}` }).href;
