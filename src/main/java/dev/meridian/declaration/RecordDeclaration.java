package dev.meridian.declaration;

import dev.meridian.diagnostic.Origin;
import dev.meridian.model.RecordData;
import dev.meridian.model.RrsetKey;

/**
 * A record set with the simple policy, of a type that Meridian does not route.
 *
 * @param label the declared name, relative to the zone: {@code _dmarc}, {@code *.dev}, {@code @}
 * @param data the TTL and the values in the form of Route 53's API, in declared order
 * @param origin the type's key
 */
public record RecordDeclaration(
    String label, RrsetKey key, RecordData.Values data, Origin origin) {}
