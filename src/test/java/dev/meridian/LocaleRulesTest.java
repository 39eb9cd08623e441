package dev.meridian;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** No text depends on the user's locale, whose digits need not be 0 to 9. */
class LocaleRulesTest {
  private static final Set<String> DEPEND_ON_THE_LOCALE =
      Set.of("format", "formatted", "printf", "toLowerCase", "toUpperCase");

  private static final ArchRule RULE =
      noClasses()
          .should()
          .accessTargetWhere(DescribedPredicate.describe("it has no locale", LocaleRulesTest::hits))
          .because("only String.format(Locale.ROOT, …) and its like write the same everywhere");

  @Test
  void everyFormatAndEveryChangeOfCaseNamesItsLocale() {
    RULE.check(ArchitectureTest.CLASSES);
  }

  @Test
  void callsAndReferencesWithoutALocaleAreFound() {
    assertThat(violations(Formatted.class)).isTrue();
    assertThat(violations(Lower.class)).isTrue();
    assertThat(violations(Rooted.class)).isFalse();
  }

  private static boolean violations(Class<?> type) {
    JavaClasses one = new ClassFileImporter().importClasses(type);
    return RULE.allowEmptyShould(true).evaluate(one).hasViolation();
  }

  private static boolean hits(JavaAccess<?> access) {
    return access.getTarget() instanceof CodeUnitAccessTarget target
        && target.getOwner().getPackageName().startsWith("java.")
        && DEPEND_ON_THE_LOCALE.contains(target.getName())
        && target.getRawParameterTypes().stream().noneMatch(p -> p.isEquivalentTo(Locale.class));
  }

  @SuppressWarnings({"UnusedMethod", "UnusedVariable"}) // ArchUnit reads it
  private static final class Formatted {
    static String of(int number) {
      return "%d".formatted(number);
    }
  }

  @SuppressWarnings({"UnusedMethod", "UnusedVariable"}) // ArchUnit reads it
  private static final class Lower {
    static final UnaryOperator<String> LOWER = String::toLowerCase;
  }

  @SuppressWarnings({"UnusedMethod", "UnusedVariable"}) // ArchUnit reads it
  private static final class Rooted {
    static String of(int number) {
      return String.format(Locale.ROOT, "%d", number).toLowerCase(Locale.ROOT);
    }
  }
}
