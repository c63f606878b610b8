-- The editions of recovery media in the order of their list.
CREATE INDEX recovery_edition_by_day ON recovery_edition (contract_id, planned_on, entered_at, id);
