import type { Account } from '@/utils/model/diagnosis';
import type { Findings } from '@/utils/model/findings';
import { DIAGNOSIS_ROWS, type DiagnosisRow, NOTHING_FITS } from './diagnosis-rows';
import { symptomsOf } from './diagnosis-symptoms';

/** The first row of the table that fits what was found and what the person says. Every case has exactly one. */
export function diagnose(findings: Findings, account: Account): DiagnosisRow {
  const symptoms = symptomsOf(findings, account);
  return DIAGNOSIS_ROWS.find((row) => row.when(symptoms)) ?? NOTHING_FITS;
}
