package dev.onoma.core;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Arrays;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The direction of the data, and what the code promises of its shape. */
class ArchitectureTest {
    private static final String CORE = "dev.onoma.core";
    private static final String JACKSON = "com.fasterxml.jackson..";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importUrl(Limits.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    @DisplayName("the classes are found, so that no rule passes over nothing")
    void found() {
        assertThat(CLASSES.contain(Limits.class)).isTrue();
        assertThat(CLASSES.size()).isGreaterThan(100);
        assertThat(CLASSES.contain(ArchitectureTest.class)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ':', textBlock = """
                    json           : json
                    attribute      : attribute
                    claims         : claims attribute json
                    provider       : provider claims attribute json
                    connection     : connection provider claims attribute
                    user           : user attribute json
                    history        : history user attribute
                    search         : search user attribute json
                    session        : session user
                    credential     : credential user attribute
                    ticket         : ticket user
                    store          : store credential ticket search history user attribute json
                    sync           : sync connection provider claims attribute json
                    link           : link connection provider user attribute json
                    login          : login session credential history link sync store connection provider claims user attribute json
                    administration : administration session credential ticket history sync store connection provider claims user attribute json
                    transfer       : transfer administration credential history store connection provider claims user attribute json
                    """)
    @DisplayName("one direction: a package depends on the packages below it, and on no others")
    void oneDirection(String name, String below) {
        String[] allowed = Stream.concat(
                        Stream.of(CORE), Arrays.stream(below.split(" ")).map(each -> CORE + "." + each))
                .toArray(String[]::new);

        noClasses()
                .that()
                .resideInAPackage(CORE + "." + name)
                .should()
                .dependOnClassesThat(resideInAPackage(CORE + "..").and(not(resideInAnyPackage(allowed))))
                .check(CLASSES);
    }

    @Test
    @DisplayName("what every package shares depends on none of them")
    void root() {
        noClasses()
                .that()
                .resideInAPackage(CORE)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(CORE + ".*..")
                .check(CLASSES);
    }

    @Test
    @DisplayName("no two packages need one another")
    void noCycles() {
        slices().matching(CORE + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    @DisplayName("only the JSON package knows which library parses JSON")
    void jacksonStaysInside() {
        noClasses()
                .that()
                .resideOutsideOfPackage(CORE + ".json")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(JACKSON)
                .check(CLASSES);
    }

    @Test
    @DisplayName("the JSON library is in no signature that an application can see")
    void jacksonIsNotPublic() {
        Stream<? extends JavaMember> visible = CLASSES.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(type -> type.getMembers().stream())
                .filter(ArchitectureTest::isVisible);

        assertThat(visible.filter(member -> involved(member).anyMatch(resideInAPackage(JACKSON))))
                .isEmpty();
        assertThat(CLASSES.stream()
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .flatMap(type -> Stream.concat(
                                type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream()))
                        .filter(resideInAPackage(JACKSON)))
                .isEmpty();
    }

    private static boolean isVisible(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static Stream<JavaClass> involved(JavaMember member) {
        Stream<JavaType> types =
                member instanceof JavaField field ? Stream.of(field.getType()) : signature((JavaCodeUnit) member);
        return types.map(JavaType::getAllInvolvedRawTypes).flatMap(Set::stream);
    }

    private static Stream<JavaType> signature(JavaCodeUnit unit) {
        return Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream());
    }

    @Test
    @DisplayName("no public type is named after nothing")
    void names() {
        noClasses()
                .that()
                .arePublic()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveNameMatching(".*Utils?")
                .orShould()
                .haveSimpleNameEndingWith("Data")
                .orShould()
                .haveSimpleNameEndingWith("Info")
                .orShould()
                .haveSimpleNameStartingWith("Abstract")
                .check(CLASSES);
    }

    @Test
    @DisplayName("nothing is registered but by being handed over")
    void noServiceLoader() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ServiceLoader.class)
                .check(CLASSES);
    }

    @Test
    @DisplayName("there is no state but that of objects")
    void noStaticState() {
        fields().that().areStatic().should().beFinal().check(CLASSES);
    }

    @Test
    @DisplayName("nobody prints, and nobody ends the process")
    void noSystemStreams() {
        noClasses().should().accessField(System.class, "out").check(CLASSES);
        noClasses().should().accessField(System.class, "err").check(CLASSES);
        noClasses().should().callMethod(System.class, "exit", int.class).check(CLASSES);
    }
}
