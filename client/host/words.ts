import { host } from "../i18n/en/host.ts";
import { hostFront } from "../i18n/en/hostFront.ts";
import { hostPeople } from "../i18n/en/hostPeople.ts";
import { hostPlan } from "../i18n/en/hostPlan.ts";
import { hostTable } from "../i18n/en/hostTable.ts";
import { addTexts } from "../i18n/t.ts";

/** The instructor's own texts, which no student's page carries. Imported before anything is drawn. */
addTexts({ host, hostFront, hostPeople, hostPlan, hostTable });
