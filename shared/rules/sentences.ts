import { sentenceCase } from "../lib/sentenceCase.ts";

/**
 * One English sentence for everything that can happen; `{name}` stands for a value of `explain`. Client catalogues may
 * translate them under the same keys. Numbers are points unless a word says otherwise.
 */
export const SENTENCES = {
  treatySignedDefence: "{parties} signed a defence pact.",
  treatySignedDefenceAgainst: "{parties} signed a defence pact against {against}.",
  treatySignedNonaggression: "{parties} signed a non-aggression treaty that binds to the end of turn {until}.",
  treatySignedConsultation: "{parties} agreed to consult each other in danger.",
  treatySignedNeutrality: "{parties} promised each other neutrality to the end of turn {until}.",
  treatySignedSecret: "{parties} signed a secret {treaty}.",
  treatySignedSecretAgainst: "{parties} signed a secret {treaty} against {against}.",
  treatyLapsed: "The {treaty} of {parties} has run out.",
  treatyBrokenAttack: "{by} broke its {treaty} with {others} by attacking.",
  treatyBrokenRefusal: "{by} broke its {treaty} with {others} by not answering the call.",
  treatyBrokenBalance: "{by} broke its {treaty} with {others} by balancing against a partner.",
  treatyBrokenFollow: "{by} broke its {treaty} with {others} by following an attacker into war on a partner.",
  treatyBrokenHelp: "{by} broke its {treaty} with {others} by helping against a partner.",
  congressCalled: "A congress meets: next turn every country may enter two new treaties.",
  aidGiven: "{from} gave {to} {points} in aid.",
  armed: "{country} took in {income}: offence +{offence}, defence +{defence}, industry +{industry}, {saved} left.",
  occupationPaidOne: "Holding one foreign province cost {country} {points} and brought its stability to {stability}.",
  occupationPaid:
    "Holding {provinces} foreign provinces cost {country} {points} and brought its stability to {stability}.",
  mobilised: "{country} mobilised: its offence counts a quarter more from turn {from} to turn {to}.",
  demobilised: "{country} sent its army home.",
  offenceCut: "{country} cut its offence by {points}.",
  threatened: "{by} threatened {target}.",
  reassuredBelieved: "{by} reassured {target}, and bought no offence this turn.",
  reassuredDoubted: "{by} reassured {target} while buying offence: nobody believed it.",
  alignedBalance: "{country} balances against {other}.",
  alignedBandwagon: "{country} bandwagons with {other}.",
  alignedHide: "{country} hides.",
  alignedCircle: "{country} chose to bandwagon with {other}, in a circle that leads back to it: that counts as hiding.",
  ultimatumCede: "{by} gave {target} an ultimatum: cede {province}.",
  ultimatumCedeAccepted: "{target} bowed to {by}'s ultimatum and cedes {province}.",
  ultimatumCedeRefused: "{target} refused {by}'s ultimatum to cede {province}.",
  ultimatumGiveBack: "{by} gave {target} an ultimatum: give {province} back to {owner}.",
  ultimatumGiveBackAccepted: "{target} bowed to {by}'s ultimatum and gives {province} back to {owner}.",
  ultimatumGiveBackRefused: "{target} refused {by}'s ultimatum to give {province} back to {owner}.",
  ultimatumLeaveTreaty: "{by} gave {target} an ultimatum: leave its {treaty} with {others}.",
  ultimatumLeaveTreatyAccepted: "{target} bowed to {by}'s ultimatum to leave its {treaty} with {others}.",
  ultimatumLeaveTreatyRefused: "{target} refused {by}'s ultimatum to leave its {treaty} with {others}.",
  ultimatumAlign: "{by} gave {target} an ultimatum: {alignment} {other}.",
  ultimatumAlignAccepted: "{target} bowed to {by}'s ultimatum to {alignment} {other}.",
  ultimatumAlignRefused: "{target} refused {by}'s ultimatum to {alignment} {other}.",
  bluffCalled:
    "{by} did nothing when {target} refused its ultimatum: backing down cost it {stability} stability, to {now}.",
  attackSpared: "{by} called off its attack on {province}: {target} bandwagons with it.",
  attackCalledOff: "{by} called off its attack on {province}: {target} bowed to its ultimatum.",
  treatyLeft: "{by} left its {treaty} with {others}, as {demandedBy} had demanded.",
  conceded: "{by} gave way to {to} of its own accord, and offers {province}.",
  propaganda: "{by} broadcast against {target}'s government: stability −{stability}.",
  propagandaKin: "{by} called on {target}'s people in the name of their common cause: stability −{stability}.",
  appealed: "{by} asked {to} to deal with {against}.",
  influenced: "{by}'s influence in {target} grew by {percent} % to {now} %.",
  subverted: "{by} stirred trouble in {target}: stability −{stability}.",
  unrest: "Unrest in {country}: stability −{stability}, to {now}. Nobody knows who is behind it.",
  influenceFound: "It came out that {by} has been buying influence in {target}.",
  subversionFound: "It came out that {by} stirred trouble in {target}.",
  influenceFoundBy: "{finder}'s intelligence found that {by} has been buying influence in {target}.",
  subversionFoundBy: "{finder}'s intelligence found that {by} stirred trouble in {target}.",
  investigated: "{by} looked into {target}: secret treaties found {treaties}, covert deeds {deeds}.",
  investigatedRevisionist:
    "{by} looked into {target}: secret treaties found {treaties}, covert deeds {deeds}. It seems to want more than it has ({percent} % sure).",
  investigatedSatisfied:
    "{by} looked into {target}: secret treaties found {treaties}, covert deeds {deeds}. It seems content with what it has ({percent} % sure).",
  treatyLeaked: "A secret {treaty} of {parties} leaked.",
  treatyShownByCall: "A secret {treaty} of {parties} came out when a party was called by it.",
  treatyShownByBreach: "A secret {treaty} of {parties} came out when it was broken.",
  treatyShownByDemand: "A secret {treaty} of {parties} came out when an ultimatum named it.",
  revolt:
    "{province} revolted against {holder} (stability {stability}): holding it takes {garrison} points of defence, and {left} remained.",
  rising: "A rising in {country} (stability {stability}) cost it {defence} points of defence.",
  crisis: "{date}: {title}. {text}",
  crisisAct: "The crisis turns on {by}: {target} takes it as its doing.",
  crisisStability: "{country}: stability {change}.",
  crisisTreasury: "{country}: treasury {change}.",
  crisisOffence: "{country}: offence {change}.",
  crisisDefence: "{country}: defence {change}.",
  crisisIndustry: "{country}: industry {change}.",
  tributePaid: "{from} paid {to} a tribute of {points}.",
  spoilsTaken: "{country} seized {points} in {province}.",
  spoilsShared: "{country} seized {points} in {province} and shared it with {followers}.",
  pactHonoured: "{ally} honoured its pact: it came to help {victim} against {attacker}.",
  pactRefused: "{ally} did not come when {victim} called it against {attacker}.",
  battleWin: "{attackers} took {province}: {attack} against {defence}.",
  battleWinDeserted:
    "{attackers} took {province}: {attack} against {defence} – {deserters}'s promise to help was not kept.",
  battleStalemate: "{attackers} fought {defender} to a standstill at {province}: {attack} against {defence}.",
  battleStalemateDeserted:
    "{attackers} fought {defender} to a standstill at {province}: {attack} against {defence} – {deserters}'s promise to help was not kept.",
  battleLoss: "{defender} held {province} against {attackers}: {defence} against {attack}.",
  battleLossHelped:
    "{defender} held {province} against {attackers} with help from {helpers}: {defence} against {attack}.",
  battleWinByChance: "{attackers} took {province}: {attack} against {defence}, a chance of {percent} %.",
  battleStalemateByChance:
    "{attackers} fought {defender} to a standstill at {province}: {attack} against {defence}, a chance of {percent} % to take it.",
  battleLossByChance:
    "{defender} held {province} against {attackers}: {defence} against {attack}, which gave the attack a chance of {percent} %.",
  provinceConquest: "{province} passes from {from} to {to}.",
  provinceReconquest: "{to} has {province} back from {from}.",
  provinceLiberation: "{by} freed {province} from {from} and gave it back to {to}.",
  provinceCession: "{from} ceded {province} to {to}.",
  provinceRevolt: "{province} rose against {from} and is {to}'s again.",
  provinceWithdrawal: "{from} withdrew from {province} and gave it back to {to}.",
  armistice: "{country} is under an armistice until the end of turn {to}.",
  exiled: "{country} holds no home province any more: its government goes into exile.",
  restored: "{country} is free again: its government comes home.",
  securityDilemma:
    "{a} and {b} only bought arms, and each now fears the other more: {a} by {riseOfB}, {b} by {riseOfA}.",
  alarmOn: "{country} now holds {percent} % of all arms: the alarm is on.",
  alarmOff: "{country} no longer holds more arms than the alarm allows ({percent} %).",
  actAnnex: "{by} annexed land of {target}: intentions {lambda} for those it touches most.",
  actAttackUnprovoked: "{by} attacked {target} unprovoked: intentions {lambda} for those it touches most.",
  actAttackProvoked: "{by} attacked {target} after a provocation: intentions {lambda} for those it touches most.",
  actBreakPact: "{by} broke a treaty with {target}: intentions {lambda} for those it touches most.",
  actBetrayFollower: "{by} attacked its own follower {target}: intentions {lambda} for everyone.",
  actUltimatum: "{by} gave {target} an ultimatum: intentions {lambda} for those it touches most.",
  actSubvertFound: "{by} was found subverting {target}: intentions {lambda} for those it touches most.",
  actMobilise: "{by} mobilised: intentions {lambda} for its neighbours.",
  actThreat: "{by} threatened {target}: intentions {lambda} for those it touches most.",
  actArmOffence: "{by} bought offence: intentions {lambda} for its neighbours.",
  actBalanceAgainst: "{by} balances against {target}, which sees a threat in it: intentions {lambda}.",
  actHostilePropaganda: "{by} spoke against {target}: intentions {lambda} for those it touches most.",
  actArmDefence: "{by} bought defence: intentions {lambda}.",
  actReassure: "{by} reassured {target}: intentions {lambda}.",
  actJoinWarForVictim: "{by} came to help {target}: intentions {lambda} for those it touches most.",
  actAid: "{by} gave aid to {target}: intentions {lambda}.",
  actTreatyNonaggression: "{by} promised {target} not to attack it: intentions {lambda}.",
  actHonourPact: "{by} honoured its pact with {target}: intentions {lambda} for those it touches most.",
  actTreatyDefence: "{by} promised to defend {target}: intentions {lambda}.",
  actConcede: "{by} gave way to {target}: intentions {lambda} for those it touches most.",
  actDemobilise: "{by} sent its army home: intentions {lambda} for its neighbours.",
  actCutOffence: "{by} cut its offence: intentions {lambda} for its neighbours.",
  actInfluenceFound: "{by}'s influence in {target} came to light: intentions {lambda} for those it touches most.",
  actTreatyConsultation: "{by} signed a consultation treaty with {target}: intentions {lambda}.",
  actTreatyNeutrality: "{by} signed a neutrality treaty with {target}: intentions {lambda}.",
  actWithdraw: "{by} withdrew from land of {target}: intentions {lambda} for those it touches most.",
} as const;
export type SentenceKey = keyof typeof SENTENCES;

/** What stands in place of the names in a sentence. */
export type SentenceValues = Readonly<Record<string, string | number | readonly string[]>>;

/** Fills a template: lists as "A, B and C", numbers to one decimal at most, λ and changes with their sign. */
export function fill(template: string, values: SentenceValues): string {
  const filled = template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    if (typeof value === "object") return listed(value);
    if (typeof value === "string") return value;
    if (name === "change") return `${value < 0 ? "−" : "+"}${small(Math.abs(value))}`;
    return name === "lambda" ? signed(value) : decimal(value);
  });
  // Names that end in s are plurals here: "the United States' ultimatum".
  return sentenceCase(filled.replace(/s's\b/g, "s'").replace(/(?<![\d.,])1 points\b/g, "1 point"));
}

/** "A", "A and B", "A, B and C". */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

const decimal = (value: number): string => String(Math.round(value * 10) / 10 + 0);
/** A change that one decimal would show as none keeps its first digit. */
const small = (value: number): string => (value < 0.05 ? String(Number(value.toPrecision(1))) : decimal(value));
const signed = (value: number): string => (value < 0 ? `−${String(-value)}` : `+${String(value)}`);
