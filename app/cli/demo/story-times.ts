// Moments of the demo's stories: a number of days from today, at an hour of the working day.

export type Tell = (days: number, hour?: number) => Date;

export function atDay(today: Date): Tell {
  const midnight = Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate());
  return (days, hour = 9) => new Date(midnight + days * 24 * 3_600_000 + hour * 3_600_000);
}
