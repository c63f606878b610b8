#include "features/contract/gate_terms.hpp"

namespace hoshuban::contract {

bool applies(Applicant applicant, Side side)
{
    switch (applicant) {
    case Applicant::either:
        return side != Side::neutral;
    case Applicant::city:
        return side == Side::city;
    case Applicant::contractor:
        return side == Side::contractor;
    }
    return false;
}

bool fits(ApprovalNature nature, ApprovalDecider decider)
{
    switch (nature) {
    case ApprovalNature::approve:
        return decider != ApprovalDecider::other_side;
    case ApprovalNature::instruct:
        return decider == ApprovalDecider::city || decider == ApprovalDecider::site;
    case ApprovalNature::agree:
    case ApprovalNature::acknowledge:
        return true;
    }
    return false;
}

}
