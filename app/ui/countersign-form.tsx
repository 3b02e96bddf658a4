// The button that countersigns a risk acceptance: the same on its finding's page and where the decision is prepared.
import { Button } from "./button.tsx";

export function CountersignForm({ riskAcceptanceId }: { riskAcceptanceId: string }) {
  return (
    <form method="post">
      <input type="hidden" name="riskAcceptanceId" value={riskAcceptanceId} />
      <Button name="intent" value="countersign-acceptance">
        Countersign
      </Button>
    </form>
  );
}
