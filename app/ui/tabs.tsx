// Tabs are links to routes, so they print, deep-link and work without JavaScript.

export interface TabLink {
  href: string;
  label: string;
  count?: number;
  isCurrent?: boolean;
}

export interface TabsProps {
  label: string;
  tabs: readonly TabLink[];
}

export function Tabs({ label, tabs }: TabsProps) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <a key={tab.href} href={tab.href} aria-current={tab.isCurrent ? "page" : undefined}>
          {tab.label}
          {tab.count !== undefined && <span className="count">{tab.count}</span>}
        </a>
      ))}
    </nav>
  );
}
