import { Printer } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "#app/components/button.tsx";
import { ClientOnly } from "#app/components/client-only.tsx";

/** Opens the browser's own print; without script there is nothing to press, and the text beside says how. */
export const PrintButton = ({ children }: { children: ReactNode }) => (
  <ClientOnly fallback={null}>
    {() => (
      <Button look="primary" icon={Printer} onClick={() => window.print()}>
        {children}
      </Button>
    )}
  </ClientOnly>
);
