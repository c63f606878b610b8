#pragma once
#include "features/loan/loan.hpp"
#include "features/security_incident/incident.hpp"

#include <map>
#include <string>

namespace hoshuban::loan {

/// What each states, field by field, for the chain; empty facts are left out.
std::map<std::string, std::string> facts_of(const Loan&);
std::map<std::string, std::string> facts_of(const Entry&);

/// What is told of a thing that was lost, stolen or damaged (LND-01).
security_incident::Intake incident_of(const Loan&, const Entry&);

}
