-- The house itself invites its first administrator: nobody is there yet who could.
alter table invitation alter column invited_by drop not null;
