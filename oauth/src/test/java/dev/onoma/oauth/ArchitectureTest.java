package dev.onoma.oauth;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Arrays;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The direction of the packages, and where the libraries behind them are known. */
class ArchitectureTest {
    private static final String OAUTH = "dev.onoma.oauth";
    private static final String SCRIBE = "com.github.scribejava..";
    private static final String NIMBUS = "com.nimbusds..";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importUrl(LoginFlow.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    @DisplayName("the classes are found, so that no rule passes over nothing")
    void found() {
        assertThat(CLASSES.contain(LoginFlow.class)).isTrue();
        assertThat(CLASSES.size()).isGreaterThan(50);
        assertThat(CLASSES.contain(ArchitectureTest.class)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ':', textBlock = """
                    limit       :
                    denial      :
                    http        : limit denial
                    client      : http limit denial
                    transaction : client
                    oidc        : client http limit denial
                    """)
    @DisplayName("one direction: a package depends on the packages below it, and on no others")
    void oneDirection(String name, String below) {
        String[] allowed = Stream.concat(
                        Stream.of(name), Stream.ofNullable(below).flatMap(names -> Arrays.stream(names.split(" ", -1))))
                .map(each -> OAUTH + "." + each)
                .toArray(String[]::new);

        noClasses()
                .that()
                .resideInAPackage(OAUTH + "." + name)
                .should()
                .dependOnClassesThat(resideInAPackage(OAUTH + "..").and(not(resideInAnyPackage(allowed))))
                .check(CLASSES);
    }

    @Test
    @DisplayName("the flow knows no OpenID Connect, and only OpenID Connect knows Nimbus")
    void nimbus() {
        noClasses()
                .that()
                .resideInAPackage(OAUTH)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(OAUTH + ".oidc")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackage(OAUTH + ".oidc")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(NIMBUS)
                .check(CLASSES);
    }

    @Test
    @DisplayName("only the client knows ScribeJava, and nothing of it uses its HTTP or its JSON")
    void scribe() {
        noClasses()
                .that()
                .resideOutsideOfPackage(OAUTH + ".client")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(SCRIBE)
                .check(CLASSES);
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching(".*scribejava.*(JsonExtractor|JDKHttp|PKCEService|OAuth2Authorization).*")
                .check(CLASSES);
        assertThatThrownBy(() -> Class.forName("com.fasterxml.jackson.databind.ObjectMapper"))
                .isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    @DisplayName("the JDK's client is known in one place: there is one way out")
    void oneWayOut() {
        noClasses()
                .that()
                .resideOutsideOfPackage(OAUTH + ".http")
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.net.http")
                        .or(com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo(
                                java.net.URLConnection.class)))
                .check(CLASSES);
        noClasses().should().callMethod(java.net.URL.class, "openStream").check(CLASSES);
        noClasses().should().callMethod(java.net.URL.class, "openConnection").check(CLASSES);
    }

    @Test
    @DisplayName("there is no state but that of objects, nothing is found by itself, and nobody prints")
    void habits() {
        fields().that().areStatic().should().beFinal().check(CLASSES);
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ServiceLoader.class)
                .check(CLASSES);
        noClasses().should().accessField(System.class, "out").check(CLASSES);
        noClasses().should().accessField(System.class, "err").check(CLASSES);
    }
}
