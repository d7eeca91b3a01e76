/** What the output of the basal ganglia means for a movement. */

/** A channel counts as let through where the output of GPi is not above this (theta). A choice of the modellers. */
export const selectionThreshold = 0.05;

/** Two channels that want the same thing equally end exactly on the line; rounding must not decide between them. */
const rounding = 1e-9;

export const isSelected = (gpi: number): boolean => gpi <= selectionThreshold + rounding;

/** A channel is shut from 1/2.5 = 0.4 on: how the model's output steered the motors of a robot (Prescott et al. 2006). */
const gateSlope = 2.5;

/** How far a channel is open, 0 to 1, for an output of GPi. */
export const gate = (gpi: number): number => Math.max(0, 1 - gateSlope * gpi);

/** The drive that reaches a muscle, 0 to 1: what is wanted, as far as it is let through. */
export const drive = (salience: number, gpi: number): number => salience * gate(gpi);

/** Two muscles that pull against each other: 0 if only one pulls, 1 if both pull alike. Twice the smaller, of their sum. */
export const coContraction = (one: number, other: number): number =>
  one + other === 0 ? 0 : (2 * Math.min(one, other)) / (one + other);
