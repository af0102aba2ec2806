package vn.lienthong.document.signing;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.util.Hashtable;
import java.util.Map;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** The signature itself, as ETSI EN 319 142-1 wants it inside a PDF. */
final class Cms {

    private Cms() {}

    /** @return a detached signature over the content */
    static byte[] sign(SigningKey key, byte[] content) {
        try {
            ContentSigner signer = new JcaContentSignerBuilder(algorithm(key)).build(key.key());
            var named = new ASN1EncodableVector();
            // Which certificate signed is signed too, so that no other one of the same key can be put in its place.
            named.add(new Attribute(
                    PKCSObjectIdentifiers.id_aa_signingCertificateV2, new DERSet(new SigningCertificateV2(id(key)))));
            var generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                            .setSignedAttributeGenerator(new WithoutTime(new AttributeTable(named)))
                            .build(signer, key.certificate()));
            generator.addCertificates(new JcaCertStore(key.chain()));
            return generator
                    .generate(new CMSProcessableByteArray(content), false)
                    .getEncoded();
        } catch (OperatorCreationException | CMSException | CertificateEncodingException | IOException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }

    private static ESSCertIDv2 id(SigningKey key) throws CertificateEncodingException {
        try {
            return new ESSCertIDv2(MessageDigest.getInstance("SHA-256")
                    .digest(key.certificate().getEncoded()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String algorithm(SigningKey key) {
        return switch (key.certificate().getPublicKey().getAlgorithm()) {
            case "EC" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            default ->
                throw new IllegalStateException("keys are RSA or EC, not "
                        + key.certificate().getPublicKey().getAlgorithm());
        };
    }

    /** In a PDF the time stands in the signature's dictionary, and must not stand here too. */
    private static final class WithoutTime extends DefaultSignedAttributeTableGenerator {

        WithoutTime(AttributeTable named) {
            super(named);
        }

        @Override
        @SuppressWarnings({"rawtypes", "JdkObsolete"}) // as the superclass wants it
        protected Hashtable createStandardAttributeTable(Map parameters) {
            Hashtable attributes = super.createStandardAttributeTable(parameters);
            attributes.remove(CMSAttributes.signingTime);
            attributes.remove(CMSAttributes.cmsAlgorithmProtect);
            return attributes;
        }
    }
}
