import { LOCAL_MODELS } from '@/utils/assistants/local-models';
import type { LocalAnswer, LocalAnswers } from '@/utils/model/local-answer';
import { LOCAL_MODEL_IDS, type LocalModelId } from '@/utils/model/way';
import { plural } from '@/utils/words/plural';
import type { Speech } from '@/utils/words/speech';

/** Programmes on this machine that could go on. */
export interface PlanBLocal {
  heading: string;
  why: string;
  page: string;
  find: string;
  isFinding: boolean;
  /** What was found, once it was looked for. */
  found: { modelId: LocalModelId; said: string; add: string | null }[];
}

function answerWords(name: string, answer: LocalAnswer, speech: Speech): string {
  const { t } = speech;
  switch (answer.kind) {
    case 'answers':
      return answer.models === 0 ? t('local_answers_none', name) : plural('local_answers', answer.models, speech, name);
    case 'refuses':
      return t('local_refuses', name);
    case 'stranger':
      return t('local_stranger', name);
    case 'silent':
      return t('local_silent', name);
    case 'not_allowed':
      return t('local_not_allowed', name);
  }
}

export function planBLocal(
  chosen: readonly LocalModelId[],
  answers: LocalAnswers,
  isFinding: boolean,
  speech: Speech,
): PlanBLocal {
  const { t } = speech;
  return {
    heading: t('local_models'),
    why: t('local_models_why'),
    page: t('local_models_page'),
    find: t(isFinding ? 'local_models_finding' : 'local_models_find'),
    isFinding,
    found: LOCAL_MODEL_IDS.flatMap((modelId) => {
      const answer = answers[modelId];
      if (answer === undefined) return [];
      const { name } = LOCAL_MODELS[modelId];
      const canBeAdded = answer.kind === 'answers' && !chosen.includes(modelId);
      const add = canBeAdded ? t('plan_b_take_in_for', name) : null;
      return [{ modelId, said: answerWords(name, answer, speech), add }];
    }),
  };
}
