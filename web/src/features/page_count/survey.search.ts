/** The state of a survey's page in the address. */
export interface SurveySearch {
  site?: string | undefined;
  standing?: string | undefined;
}

const text = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;

export const surveySearch = (search: Record<string, unknown>): SurveySearch => ({
  site: text(search.site),
  standing: text(search.standing),
});
