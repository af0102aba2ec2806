package vn.lienthong.document.signing;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Unit;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;
import vn.lienthong.command.Refused;
import vn.lienthong.document.Documents;
import vn.lienthong.document.inspection.FileType;
import vn.lienthong.document.inspection.Inspection;

/** Says of a PDF, whoever brings it, whether it is whole, who signed it, and whether it is one of ours. */
@Component
public class Verifying {

    private final Inspection inspection;
    private final Documents documents;
    private final Authorities authorities;

    Verifying(Inspection inspection, Documents documents, Authorities authorities) {
        this.inspection = inspection;
        this.documents = documents;
        this.authorities = authorities;
    }

    /** @throws InvalidInput when it is no PDF that can be read safely; the fault names the field {@code file} */
    public Verification verify(byte[] file) {
        if (inspection.inspect(file) != FileType.PDF) {
            throw new InvalidInput(Problem.of("file", "verify-not-pdf"));
        }
        return new Verification(signatures(file), documents.issued(file).orElse(null));
    }

    /** The refusal of a file that the server stopped reading. */
    public static InvalidInput tooLarge() {
        return Inspection.tooLarge();
    }

    /** @throws Refused unless every signature holds, covers all there is, and is that of the agency */
    public void checkBeforeIssue(byte[] pdf, Unit agency) {
        var found = new Verification(signatures(pdf), null);
        if (!found.holds()) {
            throw new Refused(
                    "signed-result-does-not-hold",
                    Map.of("verdict", found.verdict().name()));
        }
        if (!found.signatures().stream().allMatch(signature -> signature.isOf(agency))) {
            throw new Refused("signed-result-of-another-agency", Map.of("agency", agency.code()), agency.nameVi());
        }
    }

    private List<CheckedSignature> signatures(byte[] pdf) {
        try {
            return PdfSignatures.in(pdf).stream()
                    .map(found -> CheckedSignature.of(found, authorities))
                    .toList();
        } catch (IOException | RuntimeException e) {
            throw new InvalidInput(Problem.of("file", "paper-broken"));
        }
    }
}
