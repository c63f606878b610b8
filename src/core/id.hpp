#pragma once
#include <compare>
#include <string>

namespace hoshuban {

/// The identity of one kind of thing. UUIDv7 text for rows the product creates; a contract's folder name for contracts.
/// Ids of different kinds do not convert into each other.
template <class Tag>
struct Id {
    std::string text;

    auto operator<=>(const Id&) const = default;
};

using ContractId = Id<struct ContractTag>;
using PersonId = Id<struct PersonTag>;
using MembershipId = Id<struct MembershipTag>;
using WorkRequestId = Id<struct WorkRequestTag>;
using SiteId = Id<struct SiteTag>;
using DeviceId = Id<struct DeviceTag>;
using AttachmentId = Id<struct AttachmentTag>;
using ImportId = Id<struct ImportTag>;
using TokenId = Id<struct TokenTag>;
using DueId = Id<struct DueTag>;
using ApprovalId = Id<struct ApprovalTag>;
using DecisionId = Id<struct DecisionTag>;
using ApproverId = Id<struct ApproverTag>;
using QuestionId = Id<struct QuestionTag>;
using QuestionEntryId = Id<struct QuestionEntryTag>;
using ProcedureId = Id<struct ProcedureTag>;
using ProcedureVersionId = Id<struct ProcedureVersionTag>;
using StepRecordId = Id<struct StepRecordTag>;
using StartId = Id<struct StartTag>;
using DeputyId = Id<struct DeputyTag>;
using WorkWindowId = Id<struct WorkWindowTag>;
using VendorNoticeId = Id<struct VendorNoticeTag>;
using WorkerId = Id<struct WorkerTag>;
using RosterChangeId = Id<struct RosterChangeTag>;
using DemandId = Id<struct DemandTag>;
using TrainingId = Id<struct TrainingTag>;
using AssignmentId = Id<struct AssignmentTag>;
using MediumId = Id<struct MediumTag>;
using MediumUseId = Id<struct MediumUseTag>;
using ScanId = Id<struct ScanTag>;
using LoanId = Id<struct LoanTag>;
using StorageCheckId = Id<struct StorageCheckTag>;
using SecurityIncidentId = Id<struct SecurityIncidentTag>;
using NoticeId = Id<struct NoticeTag>;
using WebhookId = Id<struct WebhookTag>;
using FeedId = Id<struct FeedTag>;
using VisitId = Id<struct VisitTag>;

}
