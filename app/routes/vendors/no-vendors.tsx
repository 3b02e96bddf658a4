// What the list says when it has nothing to show: how to begin, or how to widen the search.
import { Card } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";

export function NoVendors({ mayAdd }: { mayAdd: boolean }) {
  return (
    <div className="starts">
      <Card>
        <Icon name="plus" large />
        <h2>Add a vendor you want</h2>
        <p className="muted">
          Four fields are enough. Its risk is assumed carefully from the category, and the right questionnaire is proposed.
        </p>
        {mayAdd ? (
          <LinkButton href="/vendors/new">Add vendor</LinkButton>
        ) : (
          <p className="quiet">Procurement or compliance adds vendors.</p>
        )}
      </Card>
      <Card>
        <Icon name="calendar-check" large />
        <h2>Add one you already use</h2>
        <p className="muted">Give the day it went live. It enters as “active, not assessed”, so that nobody forgets to look at it.</p>
        {mayAdd && <LinkButton href="/vendors/new?in-use">Add a vendor in use</LinkButton>}
      </Card>
      <Card>
        <Icon name="eye" large />
        <h2>Look around first</h2>
        <p className="muted">A demo company with vendors in every state runs beside this one and keeps its data apart.</p>
        <p>
          <code className="mono">npm run demo</code>
        </p>
      </Card>
    </div>
  );
}

export function NoMatch() {
  return (
    <EmptyState icon="search" title="No vendor matches" actions={<LinkButton href="/vendors">Show all vendors</LinkButton>}>
      Search finds the beginning of any word of a name or domain. Take a filter away to see more.
    </EmptyState>
  );
}
