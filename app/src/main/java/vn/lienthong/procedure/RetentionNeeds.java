package vn.lienthong.procedure;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/** What a command at the machine needs to know how long dossiers are kept. No configuration of a node. */
@EnableConfigurationProperties({ProcedureSettings.class, RetentionSettings.class})
@Import(Retentions.class)
public class RetentionNeeds {}
