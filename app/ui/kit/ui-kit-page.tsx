// Every part once, in every state, for development. The theme is the address: ?theme=light, ?theme=dark, or the system's.

import { ButtonGroup } from "../button-group.tsx";
import { Brand } from "../mark.tsx";
import { KitForms } from "./kit-forms.tsx";
import { KitFoundations } from "./kit-foundations.tsx";
import { KitJudgements } from "./kit-judgements.tsx";
import { KitStructure } from "./kit-structure.tsx";
import { KitTables } from "./kit-tables.tsx";

export function UiKitPage({ theme }: { theme?: "light" | "dark" }) {
  return (
    <div className="kit-page" data-theme={theme}>
      <a className="skip" href="#main">
        Skip to main content
      </a>
      <main className="kit" id="main">
        <header className="head">
          <div className="head__text">
            <Brand />
            <h1>UI kit</h1>
            <p className="head__sub">Every part once, in every state.</p>
          </div>
          <ButtonGroup
            label="Theme"
            links={[
              { href: "?", label: "System", isCurrent: theme === undefined },
              { href: "?theme=light", label: "Light", isCurrent: theme === "light" },
              { href: "?theme=dark", label: "Dark", isCurrent: theme === "dark" },
            ]}
          />
        </header>
        <KitFoundations />
        <KitForms />
        <KitJudgements />
        <KitTables />
        <KitStructure />
      </main>
    </div>
  );
}
