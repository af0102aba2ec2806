-- Of a ledger the words may go when the time of its dossier is over: whoever destroys them says of which dossier, for this transaction.
create or replace function deadline.refuse_change() returns trigger language plpgsql as
$$ begin
    if tg_op = 'UPDATE'
       and (new.clock, new.seq, new.kind, new.at, new.actor, new.approver, new.amount, new.unit, new.restart, new.due_at)
           is not distinct from
           (old.clock, old.seq, old.kind, old.at, old.actor, old.approver, old.amount, old.unit, old.restart, old.due_at)
       and current_setting('lienthong.destroying', true)
           = (select root from deadline.clock where key = old.clock) then
        return new;
    end if;
    raise exception 'the ledger of a clock is never changed';
end $$;
