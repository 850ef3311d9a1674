-- A signed lease that is never handed over ends by itself.
alter table lease drop constraint lease_end_kind_check;
alter table lease add constraint lease_end_kind_check
    check (end_kind in ('EXPIRED', 'EARLY', 'BY_PROVIDER', 'UNPAID', 'CANCELLED', 'NOT_HANDED_OVER'));
