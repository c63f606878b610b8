#include "features/contract/gate_terms.hpp"

namespace hoshuban::contract {

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
