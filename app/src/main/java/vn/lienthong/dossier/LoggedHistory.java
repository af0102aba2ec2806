package vn.lienthong.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;
import vn.lienthong.audit.Happening;
import vn.lienthong.audit.History;
import vn.lienthong.dossier.retention.Vouching;

/** The history of all dossiers, for the check of the log. */
@Component
class LoggedHistory implements History {

    private final DossierMapper mapper;

    private final Vouching vouching;

    LoggedHistory(DossierMapper mapper, Vouching vouching) {
        this.mapper = mapper;
        this.vouching = vouching;
    }

    @Override
    public List<Emptied> emptied(UUID command) {
        return vouching.emptied(command);
    }

    @Override
    public void lines(Instant from, Instant until, BiConsumer<UUID, Happening> each) {
        mapper.logged(from, until, result -> {
            DossierMapper.LoggedEvent line = Objects.requireNonNull(result.getResultObject());
            each.accept(
                    line.command(),
                    new Happening(
                            line.dossier(),
                            line.at(),
                            line.actor(),
                            line.onBehalfOf(),
                            line.unit(),
                            line.what(),
                            line.details()));
        });
    }
}
