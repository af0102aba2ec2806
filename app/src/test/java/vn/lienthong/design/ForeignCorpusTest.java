package vn.lienthong.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Procedure;
import vn.lienthong.procedure.ProcedureFolder;
import vn.lienthong.workflow.ProcessRef;

/** Any diagram from outside gets findings or a clean result: no crash, no hang, no look outside the file. */
class ForeignCorpusTest {

    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final int SMALLEST_CORPUS = 200;

    private static final Catalogue CATALOGUE = Catalogue.read(ForeignCorpusTest.class.getClassLoader(), null);

    /** Where diagrams point to that want something fetched; nobody must ever call. */
    private static final ServerSocket OUTSIDE = open();

    private static final List<String> CALLS = new CopyOnWriteArrayList<>();

    private static final ProxySelector USUAL = ProxySelector.getDefault();

    @BeforeAll
    static void listen() {
        var listener = new Thread(ForeignCorpusTest::answer);
        listener.setDaemon(true);
        listener.start();
        ProxySelector.setDefault(new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                CALLS.add(uri.toString());
                return List.of(Proxy.NO_PROXY);
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException failure) {
                CALLS.add(uri.toString());
            }
        });
    }

    @AfterAll
    static void close() throws IOException {
        ProxySelector.setDefault(USUAL);
        OUTSIDE.close();
    }

    /** The first edition of each; between them they have every kind of element that ours are drawn with. */
    static List<Corpus.Case> corpus() {
        List<Procedure> some = List.of(
                        "death-registration",
                        "residence-deregistration",
                        "funeral-allowance",
                        "building-permit",
                        "marriage-foreign-element",
                        "land-transfer")
                .stream()
                .map(key -> CATALOGUE.procedure(
                        new ProcessRef(key, CATALOGUE.editions(key).get(0).toString())))
                .toList();
        return Corpus.of(some, "http://127.0.0.1:" + OUTSIDE.getLocalPort());
    }

    @TestFactory
    Stream<DynamicTest> every_diagram_is_answered() {
        List<Corpus.Case> corpus = corpus();
        Map<String, Integer> clean = new TreeMap<>();
        Stream<DynamicTest> each = corpus.stream()
                .map(one -> DynamicTest.dynamicTest(one.name(), () -> {
                    List<Finding> findings = answered(one);
                    if (findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR)) {
                        clean.merge(one.name().replaceFirst(".*/", "").replaceFirst("-\\d+$", ""), 1, Integer::sum);
                    }
                }));
        DynamicTest together =
                DynamicTest.dynamicTest("there are hundreds, and most of the spoilt ones are found out", () -> {
                    int total =
                            clean.values().stream().mapToInt(Integer::intValue).sum();
                    System.out.printf("%d diagrams, %d without errors: %s%n", corpus.size(), total, clean);
                    assertThat(corpus).hasSizeGreaterThan(SMALLEST_CORPUS);
                    assertThat(clean).containsEntry("as-it-ships", 6);
                    assertThat(total).isLessThan(corpus.size() / 4);
                });
        return Stream.concat(each, Stream.of(together));
    }

    private static List<Finding> answered(Corpus.Case one) {
        List<Finding> findings =
                assertTimeoutPreemptively(LONGEST, () -> Verifier.verify(folder(one), around(one.procedure())));

        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.message(Locale.ENGLISH)).isNotBlank().doesNotContain("root:x:0");
            assertThat(finding.message(Locale.forLanguageTag("vi"))).isNotBlank();
        });
        assertThat(CALLS).as("calls to the network").isEmpty();
        return findings;
    }

    @Test
    void a_call_would_be_noticed() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), OUTSIDE.getLocalPort())) {
            // Both notice it: whoever chooses the proxy, and whoever listens.
            while (CALLS.stream().noneMatch(call -> call.startsWith("/"))) {
                Thread.onSpinWait();
            }
            assertThat(socket.isConnected()).isTrue();
        } finally {
            CALLS.clear();
        }
    }

    static ProcedureFolder folder(Corpus.Case one) {
        ProcedureFolder good = one.procedure().folder();
        Map<String, byte[]> files = new TreeMap<>(good.files());
        files.put(good.diagram(), one.bpmn());
        return new ProcedureFolder(good.ref(), files, good.forms(), good.sharedForms());
    }

    private static Surroundings around(Procedure procedure) {
        return new PublishedSurroundings(CATALOGUE, procedure.edition().effectiveOn(), role -> true, Set.of());
    }

    private static ServerSocket open() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void answer() {
        while (!OUTSIDE.isClosed()) {
            try (Socket caller = OUTSIDE.accept()) {
                CALLS.add(String.valueOf(caller.getRemoteSocketAddress()));
            } catch (IOException closed) {
                return;
            }
        }
    }
}
