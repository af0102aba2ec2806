package vn.lienthong.procedure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.StringUtils;
import vn.lienthong.workflow.ProcessRef;

/**
 * Collects the folders of all procedures from the class path and from a directory outside it. The same file in two places
 * is a fault: a stale jar would win in silence.
 */
final class ProcedureFolders {

    private static final Pattern FILE = Pattern.compile("procedures/([^/]+)/([^/]+)/([^/]+)");
    private static final Pattern FORM = Pattern.compile("forms/([^/]+)/([^/]+)/([^/]+)\\.form");
    private static final Pattern SHARED_FORM = Pattern.compile("forms/shared/([^/]+)\\.form");

    private static final long LARGEST_FILE = 5_000_000;

    private final Map<String, String> origins = new LinkedHashMap<>();
    private final Map<String, byte[]> contents = new TreeMap<>();
    private final List<Fault> faults = new ArrayList<>();

    /** What was found. */
    record Found(List<ProcedureFolder> folders, Optional<byte[]> sharedLists, List<Fault> faults) {}

    private ProcedureFolders() {}

    /** @param directory holds {@code procedures/} and {@code forms/}; null for none */
    static Found find(ClassLoader classPath, @Nullable Path directory) {
        var folders = new ProcedureFolders();
        var resolver = new PathMatchingResourcePatternResolver(classPath);
        for (String pattern :
                List.of("procedures/*/*/*", "forms/*/*/*.form", "forms/shared/*.form", SharedLists.FILE)) {
            folders.collect(resolver, "classpath*:" + pattern);
            if (directory != null) {
                folders.collect(resolver, directory.toUri() + pattern);
            }
        }
        return new Found(
                folders.folders(), Optional.ofNullable(folders.contents.get(SharedLists.FILE)), folders.faults);
    }

    private void collect(PathMatchingResourcePatternResolver resolver, String pattern) {
        try {
            for (Resource resource : resolver.getResources(pattern)) {
                if (resource.isReadable()) {
                    add(resource);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(Resource resource) throws IOException {
        String origin = StringUtils.uriDecode(resource.getURL().toString(), StandardCharsets.UTF_8);
        String path = path(origin);
        if (path == null) {
            return;
        }
        String earlier = origins.putIfAbsent(path, origin);
        if (earlier != null) {
            if (!earlier.equals(origin)) {
                faults.add(Fault.of(path, "", "duplicate", earlier, origin));
            }
            return;
        }
        if (resource.contentLength() > LARGEST_FILE) {
            faults.add(Fault.of(path, "", "file-too-large", LARGEST_FILE));
            return;
        }
        contents.put(path, resource.getContentAsByteArray());
    }

    /** The path that does not depend on the jar or directory around it. */
    private static @Nullable String path(String url) {
        // The innermost of the two: the product itself may lie in a directory of that name.
        int at = Math.max(url.lastIndexOf("/procedures/"), url.lastIndexOf("/forms/"));
        return at < 0 ? null : url.substring(at + 1);
    }

    private List<ProcedureFolder> folders() {
        var files = new TreeMap<String, Map<String, byte[]>>();
        var forms = new TreeMap<String, Map<String, byte[]>>();
        var shared = new TreeMap<String, byte[]>();
        contents.forEach((path, content) -> {
            Matcher file = FILE.matcher(path);
            Matcher form = FORM.matcher(path);
            Matcher sharedForm = SHARED_FORM.matcher(path);
            if (file.matches()) {
                files.computeIfAbsent(file.group(1) + "/" + file.group(2), f -> new TreeMap<>())
                        .put(file.group(3), content);
            } else if (form.matches()) {
                forms.computeIfAbsent(form.group(1) + "/" + form.group(2), f -> new TreeMap<>())
                        .put(form.group(3), content);
            } else if (sharedForm.matches()) {
                shared.put(sharedForm.group(1), content);
            }
        });
        Map<ProcessRef, ProcedureFolder> found = new LinkedHashMap<>();
        files.forEach((path, own) ->
                found.put(ref(path), new ProcedureFolder(ref(path), own, forms.getOrDefault(path, Map.of()), shared)));
        return found.values().stream()
                .map(folder -> folder.completed(found::get))
                .toList();
    }

    private static ProcessRef ref(String path) {
        int slash = path.indexOf('/');
        return new ProcessRef(path.substring(0, slash), path.substring(slash + 1));
    }
}
