// Time reaches code only through here, so that the journey, the seed and the tests can move it.

export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
