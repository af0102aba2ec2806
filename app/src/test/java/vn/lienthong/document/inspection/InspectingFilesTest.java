package vn.lienthong.document.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;
import vn.lienthong.document.inspection.SampleFiles.Touch;

class InspectingFilesTest {

    private static final int MEGABYTE = 1024 * 1024;

    private final Inspection inspection = new Inspection();

    @Test
    void sound_files_are_accepted_for_what_they_are() {
        assertThat(inspection.inspect(SampleFiles.pdf("Giấy báo tử"))).isEqualTo(FileType.PDF);
        assertThat(inspection.inspect(SampleFiles.image("jpeg", 600, 800))).isEqualTo(FileType.JPEG);
        assertThat(inspection.inspect(SampleFiles.image("png", 600, 800))).isEqualTo(FileType.PNG);
    }

    @Test
    void a_scan_of_many_pages_with_links_to_the_web_is_accepted() {
        byte[] scan = SampleFiles.pdf(document -> {
            for (int i = 0; i < 30; i++) {
                var page = new PDPage();
                document.addPage(page);
                var picture = LosslessFactory.createFromImage(document, new BufferedImage(700, 900, 5));
                try (var content = new PDPageContentStream(document, page)) {
                    content.drawImage(picture, 0, 0);
                }
                var address = new PDActionURI();
                address.setURI("https://dichvucong.gov.vn");
                var link = new PDAnnotationLink();
                link.setAction(address);
                page.setAnnotations(List.of(link));
            }
        });

        assertThat(inspection.inspect(scan)).isEqualTo(FileType.PDF);
    }

    @Test
    void a_progressive_photograph_and_one_in_the_colours_of_printers_are_accepted() throws IOException {
        assertThat(inspection.inspect(progressive(SampleFiles.picture(900, 700))))
                .isEqualTo(FileType.JPEG);
        assertThat(inspection.inspect(fourColours(300, 200))).isEqualTo(FileType.JPEG);
    }

    @Test
    void telephones_may_add_data_of_their_own_behind_a_photograph() {
        byte[] photograph = SampleFiles.image("jpeg", 300, 200);
        byte[] longer = Arrays.copyOf(photograph, photograph.length + 5000);

        assertThat(inspection.inspect(longer)).isEqualTo(FileType.JPEG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!doctype html><script>alert(1)</script>",
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
                "PK\u0003\u0004 a Word document",
                "MZ\u0090 a program",
                "GIF89a",
                "%!PS-Adobe-3.0",
                "just text",
                " %PDF-1.7 with something in front"
            })
    void anything_else_is_refused_whatever_it_calls_itself(String content) {
        assertThat(refusal(content.getBytes(StandardCharsets.ISO_8859_1)).code())
                .isEqualTo("paper-kind-unknown");
    }

    @Test
    void an_empty_file_and_one_beyond_twenty_megabytes_are_refused() {
        assertThat(refusal(new byte[0]).code()).isEqualTo("paper-empty");

        byte[] large = Arrays.copyOf(SampleFiles.image("jpeg", 100, 100), 20 * MEGABYTE + 1);
        assertThat(refusal(large)).isEqualTo(Problem.of("file", "paper-too-large", 20));
        assertThatCode(() -> inspection.inspect(Arrays.copyOf(large, 20 * MEGABYTE)))
                .doesNotThrowAnyException();
    }

    @Test
    void a_locked_pdf_is_refused_with_and_without_a_password_to_open_it() {
        assertThat(refusal(locked("secret")).code()).isEqualTo("paper-encrypted");
        assertThat(refusal(locked("")).code()).isEqualTo("paper-encrypted");
    }

    @Test
    void a_pdf_that_is_cut_short_or_no_pdf_behind_its_first_line_is_refused() {
        byte[] pdf = SampleFiles.pdf("Giấy báo tử");

        assertThat(refusal(Arrays.copyOf(pdf, pdf.length / 2)).code()).isEqualTo("paper-broken");
        assertThat(refusal("%PDF-1.7\nhello\n%%EOF\n".getBytes(StandardCharsets.US_ASCII))
                        .code())
                .isEqualTo("paper-broken");
        assertThat(refusal(SampleFiles.pdf(document -> document.removePage(0))).code())
                .isEqualTo("paper-broken");
    }

    @Test
    void a_pdf_with_an_object_that_only_other_readers_might_understand_is_refused() {
        String pdf = new String(uncompressed(), StandardCharsets.ISO_8859_1);
        assertThat(inspection.inspect(pdf.getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(FileType.PDF);

        String unreadable = pdf.replace("/Producer", "/A 1 0 0R");

        assertThat(refusal(unreadable.getBytes(StandardCharsets.ISO_8859_1)).code())
                .isEqualTo("paper-broken");
    }

    @Test
    void a_pdf_that_runs_code_or_starts_programs_is_refused_wherever_it_hides_that() {
        assertActive(document -> document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)")));
        assertActive(document -> document.getDocumentCatalog().setOpenAction(new PDActionLaunch()));
        assertActive(document -> {
            var link = new PDAnnotationLink();
            link.setAction(new PDActionJavaScript("app.alert(1)"));
            document.getPage(0).setAnnotations(List.of(link));
        });
        assertActive(document -> {
            var onOpen = new COSDictionary();
            onOpen.setItem(COSName.O, new PDActionJavaScript("app.alert(1)").getCOSObject());
            document.getPage(0).getCOSObject().setItem(COSName.AA, onOpen);
        });
        assertActive(document -> {
            var form = new COSDictionary();
            form.setItem(COSName.FIELDS, new COSArray());
            form.setItem(COSName.XFA, new COSStream());
            document.getDocumentCatalog().getCOSObject().setItem(COSName.ACRO_FORM, form);
        });
        assertActive(document -> {
            var movie = new COSDictionary();
            movie.setItem(COSName.TYPE, COSName.ANNOT);
            movie.setName(COSName.SUBTYPE, "RichMedia");
            document.getPage(0).getCOSObject().setItem(COSName.ANNOTS, array(movie));
        });
        assertActive(document -> {
            var submit = new COSDictionary();
            submit.setName(COSName.S, "SubmitForm");
            document.getDocumentCatalog().getCOSObject().setItem(COSName.OPEN_ACTION, submit);
        });
    }

    @Test
    void a_pdf_with_files_inside_is_refused() {
        byte[] portfolio = SampleFiles.pdf(document -> {
            var file = new PDComplexFileSpecification();
            file.setFile("virus.exe");
            file.setEmbeddedFile(new PDEmbeddedFile(document));
            var files = new PDEmbeddedFilesNameTreeNode();
            files.setNames(Map.of("virus.exe", file));
            var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(files);
            document.getDocumentCatalog().setNames(names);
        });

        assertThat(refusal(portfolio).code()).isEqualTo("paper-embedded-files");
    }

    @Test
    void a_pdf_whose_tables_unfold_to_gigabytes_is_refused_before_they_do() throws IOException {
        var pdf = new ByteArrayOutputStream();
        pdf.write("%PDF-1.7\n1 0 obj <</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length 9>> stream\n"
                .getBytes(StandardCharsets.US_ASCII));
        try (var deflater = new DeflaterOutputStream(pdf, new Deflater(9))) {
            byte[] nothing = new byte[MEGABYTE];
            for (int i = 0; i < 200; i++) {
                deflater.write(nothing);
            }
        }
        pdf.write("\nendstream endobj\ntrailer <</Root 1 0 R>>\nstartxref\n9\n%%EOF\n"
                .getBytes(StandardCharsets.US_ASCII));

        assertThat(pdf.size()).isLessThan(MEGABYTE);
        assertThat(refusal(pdf.toByteArray()).code()).isEqualTo("paper-bomb");
    }

    @Test
    void an_image_that_claims_to_be_enormous_is_refused_by_its_header() {
        assertThat(refusal(pngThatClaims(60_000, 60_000)).code()).isEqualTo("paper-image-too-large");
        assertThat(refusal(pngThatClaims(19_000, 19_000)).code()).isEqualTo("paper-image-too-large");
        assertThat(refusal(jpegThatClaims(65_000, 65_000)).code()).isEqualTo("paper-image-too-large");
    }

    @Test
    void a_photograph_with_a_thousand_passes_is_refused() {
        byte[] photograph = SampleFiles.image("jpeg", 100, 100);
        byte[] passes = new byte[] {(byte) 0xFF, (byte) 0xDA, 0, 2};
        ByteBuffer bomb = ByteBuffer.allocate(photograph.length + passes.length * 1000);
        bomb.put(photograph);
        for (int i = 0; i < 1000; i++) {
            bomb.put(passes);
        }

        assertThat(refusal(bomb.array()).code()).isEqualTo("paper-bomb");
    }

    @Test
    void an_image_that_is_cut_short_or_damaged_is_refused() {
        byte[] jpeg = SampleFiles.image("jpeg", 800, 600);
        byte[] png = SampleFiles.image("png", 800, 600);

        assertThat(refusal(Arrays.copyOf(jpeg, jpeg.length / 2)).code()).isEqualTo("paper-broken");
        byte[] withAnEndMark = Arrays.copyOf(jpeg, jpeg.length / 2 + 2);
        withAnEndMark[withAnEndMark.length - 2] = (byte) 0xFF;
        withAnEndMark[withAnEndMark.length - 1] = (byte) 0xD9;
        assertThat(refusal(withAnEndMark).code()).isEqualTo("paper-broken");
        assertThat(refusal(Arrays.copyOf(png, png.length / 2)).code()).isEqualTo("paper-broken");
        byte[] damaged = png.clone();
        damaged[png.length / 2] ^= 0x55;
        assertThat(refusal(damaged).code()).isEqualTo("paper-broken");
        assertThat(refusal(Arrays.copyOf(png, png.length + 100)).code()).isEqualTo("paper-broken");
    }

    @Test
    void noise_behind_a_good_beginning_never_does_more_than_refuse() {
        var random = new Random(7);
        for (byte[] sound :
                List.of(SampleFiles.pdf("x"), SampleFiles.image("jpeg", 120, 90), SampleFiles.image("png", 120, 90))) {
            for (int round = 0; round < 150; round++) {
                byte[] noisy = sound.clone();
                for (int i = 0; i < 20; i++) {
                    noisy[8 + random.nextInt(noisy.length - 8)] = (byte) random.nextInt();
                }
                try {
                    inspection.inspect(noisy);
                } catch (InvalidInput refused) {
                    assertThat(refused.problems()).hasSize(1);
                }
            }
        }
    }

    private void assertActive(Touch touch) {
        assertThat(refusal(SampleFiles.pdf(touch)).code()).isEqualTo("paper-active-content");
    }

    private Problem refusal(byte[] bytes) {
        InvalidInput refused = catchThrowableOfType(InvalidInput.class, () -> inspection.inspect(bytes));
        assertThat(refused).as("a refusal").isNotNull();
        return refused.problems().get(0);
    }

    private static COSArray array(COSDictionary element) {
        var array = new COSArray();
        array.add(element);
        return array;
    }

    /** One object by itself, in clear. */
    private static byte[] uncompressed() {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.getDocumentInformation().setProducer("x");
            var out = new ByteArrayOutputStream();
            document.save(out, CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] locked(String password) {
        return SampleFiles.pdf(document -> {
            var policy = new StandardProtectionPolicy("owner", password, new AccessPermission());
            policy.setEncryptionKeyLength(128);
            document.protect(policy);
        });
    }

    private static byte[] progressive(BufferedImage picture) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam settings = writer.getDefaultWriteParam();
        settings.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        var out = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture, null, null), settings);
        }
        return out.toByteArray();
    }

    private static byte[] fourColours(int width, int height) throws IOException {
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 4, null);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var out = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(raster, null, null), null);
        }
        return out.toByteArray();
    }

    private static byte[] pngThatClaims(int width, int height) {
        byte[] png = SampleFiles.image("png", 10, 10);
        ByteBuffer header = ByteBuffer.wrap(png);
        header.putInt(16, width).putInt(20, height);
        var checksum = new CRC32();
        checksum.update(png, 12, 17);
        header.putInt(29, (int) checksum.getValue());
        return png;
    }

    private static byte[] jpegThatClaims(int width, int height) {
        byte[] jpeg = SampleFiles.image("jpeg", 10, 10);
        for (int i = 0; i < jpeg.length - 9; i++) {
            if (jpeg[i] == (byte) 0xFF && jpeg[i + 1] == (byte) 0xC0) {
                ByteBuffer.wrap(jpeg).putShort(i + 5, (short) height).putShort(i + 7, (short) width);
            }
        }
        return jpeg;
    }
}
