package dev.meridian;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Some records write out what the compiler would, because its methods take a tenth of a command's
 * time when they are called first (docs/performance.md). None of them may forget a component.
 */
class RecordEqualityTest {
  private static final List<JavaClass> RECORDS =
      new ClassFileImporter()
              .withImportOption(location -> !location.contains("/test-classes/"))
              .importPackages("dev.meridian")
              .stream()
              .filter(JavaClass::isRecord)
              .toList();

  /** Spellings of one value give the same answers; see {@code Value.Literal}. */
  private static final Set<String> NOT_COMPARED =
      Set.of("dev.meridian.model.Value$Literal.spelling");

  @TestFactory
  List<DynamicTest> equalsAndHashCodeThatARecordWritesReadEveryComponent() {
    List<DynamicTest> tests =
        RECORDS.stream()
            .filter(record -> !read(record, "equals", Object.class).isEmpty())
            .map(
                record ->
                    DynamicTest.dynamicTest(
                        record.getName(),
                        () -> {
                          assertThat(read(record, "equals", Object.class))
                              .isEqualTo(components(record));
                          assertThat(read(record, "hashCode")).isEqualTo(components(record));
                        }))
            .toList();
    assertThat(tests).isNotEmpty();
    return tests;
  }

  private static Set<String> components(JavaClass record) {
    return record.getFields().stream()
        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
        .map(JavaField::getName)
        .filter(name -> !NOT_COMPARED.contains(record.getName() + "." + name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What the compiler makes reads no field itself. */
  private static Set<String> read(JavaClass record, String method, Class<?>... parameters) {
    return record.getMethod(method, parameters).getFieldAccesses().stream()
        .map(JavaFieldAccess::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
