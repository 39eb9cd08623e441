package dev.meridian.environment;

import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.StateBackend;
import dev.meridian.stacks.StateAddress;
import dev.meridian.stacks.hcl.HclBlock.Attribute;
import dev.meridian.stacks.hcl.HclBlock.Block;
import dev.meridian.stacks.hcl.HclBlock.Item;
import dev.meridian.stacks.hcl.HclBlock.Scalar;
import dev.meridian.stacks.hcl.HclReader;
import dev.meridian.terraform.json.InitializedBackend;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where Terraform keeps the state of one stack. Two places are equal if they are the same state:
 * settings such as encryption or a profile don't count.
 *
 * @param backend Terraform's word for it, such as {@code s3}
 * @param address the arguments that say where, by Terraform's names
 * @see <a href="https://developer.hashicorp.com/terraform/language/backend">Terraform backends</a>
 */
public record StatePlace(String backend, SortedMap<String, String> address) {
  private static final Map<String, List<String>> ARGUMENTS =
      Map.of(
          "local", List.of("path"),
          "s3", List.of("bucket", "key"),
          "cloud", List.of("hostname", "organization", "name"),
          "remote", List.of("hostname", "organization", "name"),
          "gcs", List.of("bucket", "prefix"),
          "azurerm", List.of("storage_account_name", "container_name", "key"),
          "http", List.of("address"),
          "pg", List.of("schema_name"));

  /** Matches the form that CDKTF and Meridian write: it begins and ends at the start of a line. */
  private static final Pattern TERRAFORM = Pattern.compile("(?ms)^terraform \\{$.*?^}$");

  public StatePlace {
    address = Collections.unmodifiableSortedMap(new TreeMap<>(address));
  }

  /** The place that the deployment declares for one of its stacks. */
  public static StatePlace of(Deployment deployment, String stack) {
    StateAddress address = StateAddress.ofStack(deployment, stack);
    return address.backend().accept(new Declared(address.text()));
  }

  /** The place in a stack on disk; empty if there is no {@code cdk.tf} with a known backend. */
  public static Optional<StatePlace> in(Path folder) throws IOException {
    Path file = folder.resolve("cdk.tf");
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    Matcher terraform =
        TERRAFORM.matcher(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    return terraform.find() ? read(terraform.group()) : Optional.empty();
  }

  private static Optional<StatePlace> read(String hcl) {
    try {
      return HclReader.read(hcl).stream()
          .flatMap(item -> blocks(item).stream())
          .flatMap(terraform -> terraform.body().stream())
          .flatMap(item -> blocks(item).stream())
          .filter(block -> block.type().equals("backend") || block.type().equals("cloud"))
          .findFirst()
          .flatMap(block -> of(type(block), values(block)));
    } catch (IllegalStateException | IndexOutOfBoundsException e) {
      return Optional.empty(); // somebody rewrote it in another form
    }
  }

  private static List<Block> blocks(Item item) {
    return item instanceof Block block ? List.of(block) : List.of();
  }

  private static String type(Block block) {
    return block.labels().isEmpty() ? block.type() : unquoted(block.labels().get(0));
  }

  private static SortedMap<String, String> values(Block block) {
    SortedMap<String, String> values = new TreeMap<>();
    for (Item item : block.body()) {
      if (item instanceof Attribute attribute && attribute.value() instanceof Scalar scalar) {
        values.put(attribute.name(), unquoted(scalar.text()));
      }
      blocks(item).forEach(inner -> values.putAll(values(inner)));
    }
    return values;
  }

  private static String unquoted(String text) {
    boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    return quoted
        ? text.substring(1, text.length() - 1)
            .replace("\\\"", "\"")
            .replace("\\\\", "\\")
            .replace("$${", "${")
            .replace("%%{", "%{")
        : text;
  }

  /** The place that {@code terraform init} has set up in a stack's folder; empty without init. */
  public static Optional<StatePlace> initialized(Path folder) {
    return InitializedBackend.in(folder).flatMap(found -> of(found.type(), found.settings()));
  }

  private static Optional<StatePlace> of(String backend, Map<String, String> settings) {
    List<String> arguments = ARGUMENTS.get(backend);
    if (arguments == null) {
      return Optional.empty();
    }
    SortedMap<String, String> address = new TreeMap<>();
    for (String argument : arguments) {
      address.put(argument, settings.getOrDefault(argument, ""));
    }
    return Optional.of(new StatePlace(backend, address));
  }

  /** A local state at {@code file}, for a stack in {@code folder}. */
  static StatePlace local(Path file, Path folder) {
    Path from = folder.toAbsolutePath().normalize();
    String path = from.relativize(file.toAbsolutePath().normalize()).toString();
    return new StatePlace("local", new TreeMap<>(Map.of("path", path.replace('\\', '/'))));
  }

  /**
   * The file of a local state; empty for other backends.
   *
   * @param folder the stack's folder
   */
  public Optional<Path> file(Path folder) {
    return Optional.ofNullable(address.get("path")).map(path -> folder.resolve(path).normalize());
  }

  /** Whether there may be a state; only known for local files. */
  boolean mayExist(Path folder) {
    return file(folder).map(file -> InitializedBackend.resources(file).orElse(1) > 0).orElse(true);
  }

  /**
   * How messages name the place.
   *
   * @param folder the stack's folder
   */
  public String text(Path folder) {
    return switch (backend) {
      case "local" -> file(folder).map(Path::toString).orElse("");
      case "s3" -> "s3://" + address.get("bucket") + "/" + address.get("key");
      case "gcs" -> "gs://" + address.get("bucket") + "/" + address.get("prefix");
      case "azurerm" ->
          "the blob "
              + address.get("key")
              + " in "
              + address.get("storage_account_name")
              + "/"
              + address.get("container_name");
      case "http" -> String.valueOf(address.get("address"));
      case "pg" -> "the PostgreSQL schema " + address.get("schema_name");
      default ->
          "the workspace "
              + address.get("name")
              + " of "
              + address.get("organization")
              + " at "
              + address.get("hostname");
    };
  }

  /** The place of a declared backend. */
  private record Declared(String text) implements StateBackend.Cases<StatePlace> {
    private static StatePlace place(String backend, Map<String, String> address) {
      return new StatePlace(backend, new TreeMap<>(address));
    }

    @Override
    public StatePlace local(StateBackend.Local local) {
      return place("local", Map.of("path", text));
    }

    @Override
    public StatePlace s3(StateBackend.S3 s3) {
      return place("s3", Map.of("bucket", s3.bucket(), "key", text));
    }

    @Override
    public StatePlace cloud(StateBackend.Cloud cloud) {
      return workspace("cloud", cloud.hostname(), cloud.organization());
    }

    @Override
    public StatePlace remote(StateBackend.Remote remote) {
      return workspace("remote", remote.hostname(), remote.organization());
    }

    private StatePlace workspace(String backend, String hostname, String organization) {
      return place(
          backend, Map.of("hostname", hostname, "organization", organization, "name", text));
    }

    @Override
    public StatePlace gcs(StateBackend.Gcs gcs) {
      return place("gcs", Map.of("bucket", gcs.bucket(), "prefix", text));
    }

    @Override
    public StatePlace azurerm(StateBackend.Azurerm azurerm) {
      return place(
          "azurerm",
          Map.of(
              "storage_account_name",
              azurerm.storageAccount(),
              "container_name",
              azurerm.container(),
              "key",
              text));
    }

    @Override
    public StatePlace http(StateBackend.Http http) {
      return place("http", Map.of("address", text));
    }

    @Override
    public StatePlace pg(StateBackend.Pg pg) {
      return place("pg", Map.of("schema_name", text));
    }
  }
}
