/** A sentence with `{country}` (a name) or `{fear}` (a whole number) to fill in. */
export type Line = string;

/** What computer players say of what everyone saw. */
export const LINES = {
  robbed: [
    "{country} has taken land of ours. Ask yourselves who touches it next, and whether you will stand alone as we did.",
    "We lost a province to {country}. Those who wait for it to stop there will wait until it stands at their border too.",
    "{country} came with an army, not with a grievance. We ask every neighbour of {country} to balance against it.",
  ],
  attacked: [
    "{country} attacked us and was held. It will look for someone who hides next time.",
    "We are still here. {country} tried, and it cost it guns: it will cost more if more of us stand together.",
    "{country} has shown what its arms are for. Remember it when it offers you friendship.",
  ],
  thanks: [
    "You stood with us against {country}. We shall not forget it, and it should not either.",
    "Thank you. Without you {country} would have more of our land today.",
    "Last turn we were not alone against {country}. Let us keep it so.",
  ],
  allied: [
    "Our pact stands. If one of us is called, the other comes: remember that only who balances can call.",
    "We have signed, and we mean it. Tell us early whom you fear.",
    "Two who come for each other are a poor target. Good that we signed.",
  ],
  peaceSigned: [
    "We have given our word not to attack each other. We shall keep it as long as you do.",
    "With our border quiet, both of us can look elsewhere. Good.",
  ],
  sympathy: [
    "We saw {country} march on you. Balance against it, so that help can reach you: who hides cannot call.",
    "What {country} did to you concerns us too. Whom else can you bring against it?",
    "You do not face {country} alone. Hold on: what it takes today it can be made to give back.",
  ],
  stoodAlone: [
    "{country} chose you because you stood alone. Balance against it, and those who do the same will come.",
    "We saw {country} march on you, and nobody could be called: who hides cannot call. Stand with us against it.",
  ],
  mobilised: [
    "You have mobilised next to us. What for? We should like to hear it from you before we draw our own conclusions.",
    "Armies are not called up for a parade. Stand down, and we need not arm against you.",
    "Your mobilisation is seen here as one thing only. Tell us if we are wrong.",
  ],
  protection: [
    "Nobody will touch you while you stand with us.",
    "You chose well. Pay on time, and your land is safe from us and from others.",
  ],
  offerPact: [
    "{country} stands at {fear} for us, and for you it is not much better. We propose a pact against it.",
    "We have put a pact on the table: against {country}, before it comes to one of us alone.",
  ],
  offerPeace: [
    "We propose that neither of us attacks the other. It costs nothing but the wish to.",
    "Let us take our border off both our lists: the treaty is on the table.",
  ],
  offerTalk: [
    "We should like to consult with you before either of us moves. The treaty is on the table.",
    "Let us agree to talk first. Who stands together and has talked helps better.",
  ],
  appeal: [
    "{country} worries us: {fear} on our board. Will you balance against it with us?",
    "If {country} moves on either of us, alone we fall. Balance with us: it costs a point, and help comes only to those who do.",
    "You fear {country} as we do. Two of us make it think twice; three would end the matter.",
    "Whoever {country} finds hiding comes first. Let it not be you, nor us.",
    "We look at {country} and see {fear}. What do you see?",
  ],
  holdOn: [
    "Good that you stand against {country}. Stay, and so will others.",
    "While you hold against {country}, it has to count you in. Do not let it talk you out of it.",
  ],
  plea: [
    "You have set yourself against us. What would it take for you to stand down?",
    "Look at what we do, not at what others say of us. Why do you balance against us?",
    "This ends badly for us both. Let us each arm a little less.",
  ],
  justified: [
    "What happened to {country} happens to those who are in the way. The rest of you have nothing to fear if you keep still.",
    "{country} had it coming. We do not intend to discuss it.",
    "We have what we need from {country} – for now.",
  ],
  defiance: [
    "So you balance against us. We have noted the name.",
    "You send a point's worth of courage against us. We buy guns.",
    "Stand aside, and you will not be harmed. Stand there, and you may be.",
  ],
  courting: [
    "You did well against {country}. We could be useful to you next time.",
    "{country} was weaker than it looked. What is there in it for a friend of yours?",
  ],
  help: [
    "{country} is upon us, and alone we fall. Who balances against it this turn can help us; who hides cannot.",
    "We call on you: {country} comes again. Stand against it with us, now, while there is something left to stand beside.",
    "If you meant what you said about {country}, this is the turn to show it. We balance; come with us.",
  ],
  callPartner: [
    "Our pact is for days like this. {country} is at our door: we shall call, and we count on you.",
    "{country} will try us. You signed; we believed you. Keep force free for it.",
  ],
  demanded: [
    "{country} has sent us an ultimatum. Whoever thinks that it will stop with us should think again.",
    "{country} demands, with its army behind the demand. We ask all of you: who is next?",
  ],
  demanding: [
    "You have one turn. What we ask for is less than what we can take.",
    "Read our demand again, then count your guns. We should both prefer an answer to a battle.",
  ],
  bluffed: [
    "{country} threatened and did not come. Its word is worth a little less today.",
    "An ultimatum, a refusal, and nothing. We take note, {country}.",
  ],
  lapsing: [
    "Our treaty runs out this turn. Shall we sign it anew? Better said before than after.",
    "After this turn nothing binds us. We would rather something did: sign again?",
  ],
  partnerArms: [
    "We have a treaty, and you call up your army. Tell us it is not meant for us, or we shall have to think so.",
    "Partners do not mobilise next to each other without a word. We are waiting for yours.",
  ],
  thanksForAid: [
    "Your help has arrived. We shall remember who sent it, and when.",
    "Thank you: it goes where it is needed.",
  ],
  kept: [
    "You came when we called. That is worth more than any paper, and we shall do the same.",
    "A promise kept under fire. We shall not forget it.",
  ],
  deserted: [
    "We called, and you did not come. Do not ask us to sign anything soon.",
    "So that is what your signature is worth. Others will have seen it too.",
  ],
  passedTheBuck: [
    "You ask us to deal with {country}. And what will you do meanwhile?",
    "{country} is your neighbour as well. Stand with us and we shall talk; do not send us ahead.",
  ],
  foundOut: [
    "Your agents have been found among our people. We had thought better of you.",
    "What you do in the dark in our country has come to light. Stop it.",
  ],
  exile: [
    "Our land is held by {country}, our government is not. Whoever frees a province of ours will have us at its side.",
    "We have no army left, only a voice: what {country} did to us it can do to you.",
  ],
} as const satisfies Readonly<Record<string, readonly Line[]>>;

export const CALM = [
  "We want nothing that is not ours.",
  "A quiet turn would suit us well.",
  "We keep our word, and remember who keeps theirs.",
] as const;
export const BOASTS = [
  "We have the guns and you have the land. Draw your own conclusions.",
  "Those who stand aside will not be harmed.",
  "Borders are drawn by those who can hold them.",
] as const;
export const OFFERS = [
  "You look like the winning side. What is in it for us?",
  "We could be useful to you – or to your rivals.",
  "We follow strength. Show us some.",
] as const;
