/**
 * Parameters that version 3 brought, as they were then. Never changed: older matches are replayed with them, though none of
 * their rules was in play.
 */
export const ADDED_IN_VERSION_3 = {
  intent: { llr: { influence_found: 0.5, treaty_consultation: -0.2, treaty_neutrality: -0.3 } },
  war: { focus: 2 / 3, helpConsulted: 0.6 },
  ultimatum: { bluffOpen: 10, bluffClosed: 5 },
  propaganda: { stability: 2, kin: 4 },
  covert: {
    influenceOpen: 0.2,
    influenceClosed: 0.1,
    influenceKeeps: 0.9,
    subvertOpen: 10,
    subvertClosed: 5,
    foundOpen: 0.15,
    foundClosed: 0.3,
    investigation: 0.5,
    ambitionRight: 0.75,
    leak: 0.1,
  },
  unrest: { below: 20, garrison: 2, rising: 0.25 },
} as const;
