import type { Assistant } from '@/utils/model/assistant';
import { isTrouble } from '@/utils/model/level';
import { type Incident, isOpen, type Report } from '@/utils/model/report';

type Models = Pick<Assistant, 'name' | 'modelNames' | 'modelFamilies'>;

/** Stands for a model name in a title while the rest of it is read. */
const MODEL = '\u0000';
const MODEL_LIST = new RegExp(`${MODEL}(?:\\s*(?:,\\s*and|,|/|&|and|or)\\s*${MODEL})+`, 'g');

/**
 * What makes the scope of a title unclear: a quantity, an exception, a cause, a site, or something listed beside the models. A
 * plural without a name ("other models") is one too.
 */
const UNCLEAR = new RegExp(
  [
    '[,;/&+|]',
    '\\b(?:and|or|plus|including|also|both|but|not|except|excluding|than|besides|und|oder|sowie|außer|nicht)\\b',
    '\\b(?:all|any|every|each|many|most|multiple|several|various|other|others|more|models|modelle)\\b',
    '\\b(?:due|caused|because|following|beyond|after|before|during|since|while|when|launch|rollout|release|deploy\\w*)\\b',
    '\\b(?:sign|log)[- ]?in\\b',
    '[()–—]|\\s-\\s',
    // A site.
    '\\b[\\w-]+\\.(?:ai|app|com|dev|io)\\b',
  ].join('|'),
  'i',
);

/** The quantities that widen an incident in an update, without naming a model. */
const WIDENED =
  /\b(?:all|any|each|every|many|most|multiple|several|various|other|more)\b(?:\s[\w.-]+){0,3}\smodels?\b/i;

/** A site in an update, as in "now affects claude.ai". */
const SITE = /\b[\w-]+\.(?:ai|app|com|dev|io)\b/i;

const hasWord = (text: string, word: string): boolean => new RegExp(`\\b${word}\\b`, 'i').test(text);

/** The model names in a title that is about models and nothing else. Null for a title that cannot be read this way. */
function namesInTitle(title: string, { name, modelNames }: Models): string[] | null {
  if (modelNames === null) return null;
  const pattern = new RegExp(modelNames, 'g');
  const names = title.match(pattern) ?? [];
  if (names.length === 0) return null;
  const rest = title
    .replace(pattern, MODEL)
    .replaceAll(`${name} ${MODEL}`, MODEL)
    .replace(MODEL_LIST, MODEL)
    .replace(new RegExp(`${MODEL} models?\\b`, 'gi'), MODEL);
  return rest.split(MODEL).length > 2 || UNCLEAR.test(rest) ? null : [...new Set(names)];
}

/**
 * The families of an assistant's models that are chosen. A policy or a settings file may name others, and so does a choice
 * of a family that an update has removed: nobody could tell which models are meant, nor take the choice back.
 */
export const usedFamilies = ({ modelFamilies }: Pick<Models, 'modelFamilies'>, chosen: readonly string[]): string[] =>
  modelFamilies.filter((family) => chosen.includes(family));

/**
 * The models that an incident names, if it certainly concerns none of those that the user uses. Empty in every doubt: if
 * no known family is chosen, if the title names no model or something besides models, if a named model belongs to no known
 * family, if an update mentions a used one or widens the incident, or in a major outage.
 */
export function otherModelsOf(incident: Incident, models: Models, chosen: readonly string[]): string[] {
  const used = usedFamilies(models, chosen);
  // A major outage affects all models; a page that lists only incidents states it here instead of at a component.
  const isMajor = incident.level === 'major_outage';
  const names = used.length === 0 || isMajor ? null : namesInTitle(incident.title, models);
  if (names === null) return [];
  const familiesOf = (name: string) => models.modelFamilies.filter((family) => hasWord(name, family));
  const isOther = names.every((name) => {
    const families = familiesOf(name);
    return families.length > 0 && !families.some((family) => used.includes(family));
  });
  if (used.some((family) => hasWord(incident.title, family))) return [];
  const isWidened = incident.updates.some(
    ({ text }) => WIDENED.test(text) || SITE.test(text) || used.some((family) => hasWord(text, family)),
  );
  return isOther && !isWidened ? names : [];
}

/** A report without the incidents that concern other models only. */
export interface SetAside {
  report: Report;
  incidents: Incident[];
  /** The models that they name. */
  names: string[];
}

/**
 * Sets aside the incidents that concern other models only, together with the outages of the components that they explain.
 * A major outage of a component affects all models, and so does one that another incident names as well.
 */
export function setAsideOtherModels(
  report: Report,
  incidents: readonly Incident[],
  models: Models,
  used: readonly string[],
): SetAside {
  const aside = incidents.filter((incident) => otherModelsOf(incident, models, used).length > 0);
  const counting = report.incidents.filter(
    (one) =>
      isOpen(one) && one.impact !== 'none' && one.impact !== 'maintenance' && !aside.some(({ id }) => id === one.id),
  );
  const isExplained = (componentId: string): boolean => {
    const names = ({ componentIds }: Incident) => componentIds.includes(componentId);
    // One that names no component may be about this one.
    if (counting.some((one) => names(one) || one.componentIds.length === 0)) return false;
    // An incident without components may belong to each of them.
    return aside.some(names) || (counting.length === 0 && aside.some(({ componentIds }) => componentIds.length === 0));
  };
  return {
    report: {
      ...report,
      incidents: report.incidents.filter(({ id }) => !aside.some((one) => one.id === id)),
      components: report.components.map((component) => {
        const { id, level } = component;
        return isTrouble(level) && level !== 'major_outage' && isExplained(id)
          ? { ...component, level: 'operational' as const }
          : component;
      }),
    },
    incidents: aside,
    names: [...new Set(aside.flatMap((incident) => otherModelsOf(incident, models, used)))],
  };
}
