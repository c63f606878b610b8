SELECT contract_id, calendars FROM incident_recount
