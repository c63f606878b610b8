import { texts } from "../lib/i18n";

/** The roles in the words of the product; docs/glossary.md holds the same. */
export const roleText = texts({
  city_section: ["システム課担当者", "City system section"],
  city_division: ["主管課担当者", "City owning division"],
  site_contact: ["現場担当者", "Site contact"],
  responsible: ["業務責任者", "Responsible person"],
  worker: ["作業従事者", "Worker"],
  security_officer: ["情報セキュリティ責任者", "Security officer"],
  auditor: ["監査人", "Auditor"],
});
