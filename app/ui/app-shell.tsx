// The frame of every internal page: skip link, rail, main. Below 960 px the rail is a popover behind the button of the
// top bar; the browser opens and closes it, so it needs no script. Where popovers are unknown it stands open.

import type { ReactNode } from "react";
import { classes } from "./attributes.ts";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";
import { Brand } from "./mark.tsx";
import { type RailPlace, rail, railFoot, railPlaces } from "./rail.ts";
import { useKitWords } from "./words.ts";

export interface AppShellProps {
  /** What this person can reach, with the number beside it where there is one. What is missing is not shown. */
  places: Partial<Record<RailPlace, { count?: number }>>;
  current?: RailPlace;
  person: { name: string; href?: string };
  /** Where the sign-out form posts to; `signOutFields` are its hidden inputs. */
  signOutAction?: string;
  signOutFields?: ReactNode;
  /** A search form above the places. */
  search?: ReactNode;
  /** Review: the rail shrinks to icons and the page brings its own <main>. */
  isFocused?: boolean;
  children: ReactNode;
}

const railId = "rail";

export function AppShell({ places, current, person, signOutAction, signOutFields, search, isFocused = false, children }: AppShellProps) {
  const words = useKitWords();
  const place = (key: RailPlace) => {
    const shown = places[key];
    if (!shown) return null;
    return (
      <li key={key}>
        <a href={rail[key].href} aria-current={key === current ? "page" : undefined} title={isFocused ? words.rail[key] : undefined}>
          <Icon name={rail[key].icon} />
          <span className="rail__label">{words.rail[key]}</span> {shown.count !== undefined && <span className="count">{shown.count}</span>}
        </a>
      </li>
    );
  };
  const personLine = (
    <>
      <Icon name="circle-user-round" />
      <span className="rail__label" title={person.name}>
        {person.name}
      </span>
    </>
  );
  return (
    <>
      <a className="skip" href="#main">
        {words.skipToMain}
      </a>
      <div className={classes("app", isFocused && "app--focus")}>
        <header className="topbar">
          <Brand href="/" />
          <Button type="button" icon="menu" {...{ popovertarget: railId }}>
            {words.menu}
          </Button>
        </header>
        <nav className="rail" id={railId} aria-label={words.main} {...{ popover: "auto" }}>
          <Brand href="/" className="rail__brand" />
          {search}
          <ul>{railPlaces.map(place)}</ul>
          <ul className="rail__foot">
            {railFoot.map(place)}
            <li>
              {person.href === undefined ? <span className="rail__person">{personLine}</span> : <a href={person.href}>{personLine}</a>}
            </li>
            {signOutAction !== undefined && (
              <li>
                <form method="post" action={signOutAction}>
                  {signOutFields}
                  <button type="submit" title={isFocused ? words.signOut : undefined}>
                    <Icon name="log-out" />
                    <span className="rail__label">{words.signOut}</span>
                  </button>
                </form>
              </li>
            )}
          </ul>
        </nav>
        {isFocused ? (
          children
        ) : (
          <main className="main" id="main">
            {children}
          </main>
        )}
      </div>
    </>
  );
}
