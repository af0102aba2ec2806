/** What a technical administrator watches: health, metrics, Spring Boot Admin. No dossier is seen from here. */
@NullMarked
package vn.lienthong.operations.monitoring;

import org.jspecify.annotations.NullMarked;
