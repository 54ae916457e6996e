package io.stockpile.connectors.json;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks an {@code Instant} of a record that is written as a minute: {@code 2016-06-01T00:00Z}. */
@JacksonAnnotationsInside
@JsonSerialize(using = TimeTexts.MinuteWriter.class)
@JsonDeserialize(using = TimeTexts.MinuteReader.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
public @interface AsMinute {}
