package vn.lienthong.dossier;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is printed for citizens.
 *
 * @param publicAddress where citizens reach this installation; printed on receipts and in QR codes
 */
@ConfigurationProperties("lienthong.public")
record DossierSettings(
        @DefaultValue("http://127.0.0.1:8080") URI publicAddress) {}
