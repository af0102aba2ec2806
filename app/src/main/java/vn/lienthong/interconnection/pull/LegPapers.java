package vn.lienthong.interconnection.pull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.command.NotFound;
import vn.lienthong.document.DocumentKind;
import vn.lienthong.document.Documents;
import vn.lienthong.document.StoredDocument;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.Paper;
import vn.lienthong.procedure.Edition;
import vn.lienthong.workflow.ExternalTasks.Work;

/** The papers that go along with a leg: those that the leg names, and their files. */
@Component
class LegPapers {

    /** A paper's file among the variables is called so. */
    private static final String FILE = "paper-";

    private final Dossiers dossiers;
    private final Documents documents;

    LegPapers(Dossiers dossiers, Documents documents) {
        this.dossiers = dossiers;
        this.documents = documents;
    }

    /** The papers as JSON; one without a file lies on somebody's desk. */
    List<Map<String, Object>> list(Work work, DossierNumber origin, Edition edition, Set<String> codes) {
        Map<String, Paper> handedIn = new LinkedHashMap<>();
        dossiers.papers(origin).stream()
                .filter(paper -> codes.contains(paper.code()))
                .forEach(paper -> handedIn.putIfAbsent(paper.code(), paper));
        List<StoredDocument> files = files(work.businessKey());
        Set<String> all = new LinkedHashSet<>(handedIn.keySet());
        files.forEach(file -> all.add(file.code()));

        List<Map<String, Object>> list = new ArrayList<>();
        for (String code : all) {
            Paper paper = handedIn.get(code);
            List<StoredDocument> own =
                    files.stream().filter(file -> file.code().equals(code)).toList();
            if (own.isEmpty()) {
                list.add(line(edition, code, paper));
            }
            for (StoredDocument file : own) {
                Map<String, Object> line = line(edition, code, paper);
                line.put("fileName", file.fileName());
                line.put("mediaType", file.mediaType());
                line.put("size", file.size());
                line.put("sha256", file.sha256());
                line.put("path", "/external-task/" + work.id() + "/papers/" + file.sha256());
                list.add(line);
            }
        }
        return list;
    }

    /** The files as variables of the protocol, by name; a second file of the same paper has a number behind its name. */
    Map<String, StoredDocument> variables(String number) {
        Map<String, StoredDocument> variables = new LinkedHashMap<>();
        for (StoredDocument file : files(number)) {
            String name = FILE + file.code();
            for (int i = 2; variables.containsKey(name); i++) {
                name = FILE + file.code() + "-" + i;
            }
            variables.put(name, file);
        }
        return variables;
    }

    /** @throws NotFound when no paper that goes along has this hash */
    StoredDocument byHash(String number, String sha256) {
        return one(files(number).stream()
                .filter(file -> file.sha256().equals(sha256))
                .findFirst());
    }

    /** @throws NotFound when no paper goes by this name */
    StoredDocument byVariable(String number, String name) {
        return one(Optional.ofNullable(variables(number).get(name)));
    }

    private static StoredDocument one(Optional<StoredDocument> found) {
        return found.orElseThrow(() -> new NotFound("document"));
    }

    private List<StoredDocument> files(String number) {
        return documents.of(number).stream()
                .filter(document -> document.kind() == DocumentKind.PAPER)
                .toList();
    }

    private static Map<String, Object> line(Edition edition, String code, @Nullable Paper paper) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("code", code);
        edition.paper(code)
                .ifPresent(known -> line.put(
                        "names",
                        Map.of("vi", known.names().vi(), "en", known.names().en())));
        if (paper != null) {
            line.put("form", paper.form());
            line.put("copies", paper.copies());
        }
        return line;
    }
}
