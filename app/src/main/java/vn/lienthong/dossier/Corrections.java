package vn.lienthong.dossier;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.procedure.Masking;

/** What was put right of dossiers, for whoever may read them. */
@Component
public class Corrections {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CorrectionMapper mapper;
    private final Access access;
    private final CurrentCaller caller;

    Corrections(CorrectionMapper mapper, Access access, CurrentCaller caller) {
        this.mapper = mapper;
        this.access = access;
        this.caller = caller;
    }

    /**
     * @param field path of the value in the content
     * @param was null where nothing was answered
     * @param becomes null where the answer was taken away
     * @param request who asked, and how it was made sure who that is
     * @param proof id of the document that proves it
     */
    public record Correction(
            String field,
            @Nullable Object was,
            @Nullable Object becomes,
            String request,
            @Nullable String proof,
            String correctedBy,
            Instant correctedAt) {

        private Correction masked() {
            return new Correction(
                    field,
                    Masking.answer(field, was),
                    Masking.answer(field, becomes),
                    request,
                    proof,
                    correctedBy,
                    correctedAt);
        }
    }

    /**
     * The latest first; in part for whoever has no part in the dossier.
     *
     * @throws vn.lienthong.command.NotFound when there is no such dossier or the caller may not know of it
     */
    @Transactional(readOnly = true)
    public List<Correction> of(DossierNumber number) {
        access.check(number);
        boolean whole = access.mayWorkOn(caller.get(), number.value());
        return everything(number).stream()
                .map(correction -> whole ? correction : correction.masked())
                .toList();
    }

    /** The same without a question of rights, for what is given to the person concerned. */
    @Transactional(readOnly = true)
    public List<Correction> everything(DossierNumber number) {
        return mapper.of(number.value()).stream()
                .map(row -> new Correction(
                        row.path(),
                        read(row.was()),
                        read(row.becomes()),
                        row.request(),
                        row.proof(),
                        row.correctedBy(),
                        row.correctedAt()))
                .toList();
    }

    private static @Nullable Object read(@Nullable String json) {
        return json == null ? null : JSON.readValue(json, Object.class);
    }
}
