import type { components, paths } from "./schema.gen";

type Schemas = components["schemas"];

export type Approval = Schemas["Approval"];
export type ApprovalDetail = Schemas["ApprovalDetail"];
export type ApprovalFormKind = Schemas["ApprovalFormKind"];
export type ApprovalFilters = Omit<
  NonNullable<paths["/api/v1/contracts/{contract}/approvals"]["get"]["parameters"]["query"]>,
  "cursor" | "limit" | "total"
>;
export type ApproverPanel = Schemas["ApproverPanel"];
export type NewApproval = Schemas["NewApproval"];
export type PageSurvey = Schemas["PageSurvey"];
export type PageProgress = Schemas["PageProgress"];
export type PageSurveyRow = Schemas["PageSurveyRow"];
export type SurveyedUnit = Schemas["SurveyedUnit"];
export type WritePageSurvey = Schemas["WritePageSurvey"];
export type WritePageReading = Schemas["WritePageReading"];
export type PageFileReading = Schemas["PageFileReading"];
export type PageFileReadings = Schemas["PageFileReadings"];
export type Session = Schemas["Session"];
export type Membership = Session["memberships"][number];
export type Permission = Membership["permissions"][number];
export type Role = Membership["role"];
export type Side = Membership["side"];
export type Setup = Schemas["Setup"];
export type Contract = Schemas["Contract"];
export type ContractSummary = Schemas["ContractSummary"];
export type Quota = Schemas["QuotaUse"];
export type Site = Schemas["Site"];
export type Device = Schemas["Device"];
export type WorkRequest = Schemas["WorkRequest"];
export type WorkRequestStatus = WorkRequest["status"];
export type WorkRequestAction = WorkRequest["can"][number];
export type WorkRequestFilters = Omit<
  NonNullable<paths["/api/v1/contracts/{contract}/work-requests"]["get"]["parameters"]["query"]>,
  "cursor" | "limit" | "total"
>;
export type CreateWorkRequest = Schemas["NewWorkRequest"];
export type EditWorkRequest = Schemas["EditWorkRequest"];
export type ChangedWorkRequests = Schemas["CellsChanged"];
export type Import = Schemas["Import"];
export type ImportRow = Import["rows"][number];
export type Today = Schemas["Today"];
export type Question = Schemas["Question"];
export type QuestionState = Question["state"];
export type QuestionDetail = Schemas["QuestionDetail"];
export type QuestionEntry = Schemas["QuestionEntry"];
export type QuestionFilters = Omit<
  NonNullable<paths["/api/v1/contracts/{contract}/questions"]["get"]["parameters"]["query"]>,
  "cursor" | "limit" | "total"
>;
export type NewQuestion = Schemas["NewQuestion"];
export type HistoryEvent = Schemas["Event"];
export type Gates = Schemas["Gates"];
export type Gate = Schemas["Gate"];
export type StartEmergency = Schemas["StartEmergency"];
export type TellInstruction = Schemas["TellInstruction"];
export type WorkStart = Schemas["WorkStart"];
export type WorkWindow = Schemas["WorkWindow"];
export type PlannedWindow = Schemas["PlannedWindow"];
export type PermitNeed = Schemas["PermitNeed"];
export type WindowProposal = Schemas["ProposeWindow"];
export type SayVendors = Schemas["SayVendors"];
export type Medium = Schemas["Medium"];
export type RegisterMedium = Schemas["RegisterMedium"];
export type MediumCheck = Schemas["MediumCheck"];
export type CheckedFile = Schemas["CheckedFile"];
export type Activity = Schemas["Activity"];
export type ActivityPage = Schemas["ActivityPage"];
export type WriteActivity = Schemas["WriteActivity"];
export type Loan = Schemas["Loan"];
export type Unit = Schemas["Unit"];
export type UnitPage = Schemas["UnitPage"];
export type WholeUnit = Schemas["WholeUnit"];
export type UnitMatrix = Schemas["UnitMatrix"];
export type UnitSum = Schemas["UnitSum"];
export type LedgerEdition = Schemas["LedgerEdition"];
export type LedgerEditions = Schemas["LedgerEditions"];
export type Movement = Schemas["Movement"];
export type MoveUnit = Schemas["MoveUnit"];
export type ExchangeUnit = Schemas["ExchangeUnit"];
export type LendThing = Schemas["LendThing"];
export type SecurityIncident = Schemas["SecurityIncident"];
export type ReportIncident = Schemas["ReportSecurityIncident"];
export type Attachment = Schemas["Attachment"];
export type DueAnswer = Schemas["DueAnswer"];
export type Person = Schemas["Person"];
export type Member = Schemas["Member"];
export type Token = Schemas["Token"];
export type HolidayComparison = Schemas["HolidayComparison"];
export type LedgerEvent = Schemas["LedgerEvent"];
export type Audit = Schemas["Audit"];
export type SearchAnswer = Schemas["SearchAnswer"];
export type SearchHit = Schemas["SearchHit"];
export type Procedure = Schemas["Procedure"];
export type ProcedureKind = Procedure["kind"];
export type ProcedureVersion = Schemas["ProcedureVersion"];
export type ProcedureStep = Schemas["ProcedureStep"];
export type ProcedureComparison = Schemas["ProcedureComparison"];
export type ListedProcedure = Schemas["ListedProcedure"];
export type JobProcedures = Schemas["JobProcedures"];
export type FollowedProcedure = Schemas["FollowedProcedure"];
export type StepSheet = Schemas["StepSheet"];
export type StepRecord = Schemas["StepRecord"];
export type StepResult = StepRecord["result"];
export type Execution = Schemas["Execution"];
