package vn.lienthong.document.signing;

import eu.europa.esig.dss.cms.CMS;
import eu.europa.esig.dss.cms.object.CMSObjectUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1InputStream;

/**
 * In a PDF a signature is padded with zeros to the room that was kept for it. Bouncy Castle refuses what follows an object since
 * 1.85, and DSS 6.4 still hands it over; found by the name of its service, this takes it away before. Superfluous with the
 * first DSS that was made for 1.85.
 */
public final class PaddedCms extends CMSObjectUtils {

    @Override
    public CMS parseToCMS(byte[] padded) {
        var bytes = new ByteArrayInputStream(padded);
        try (var objects = new ASN1InputStream(bytes)) {
            objects.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return super.parseToCMS(Arrays.copyOf(padded, padded.length - bytes.available()));
    }
}
