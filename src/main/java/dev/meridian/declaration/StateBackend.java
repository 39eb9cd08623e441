package dev.meridian.declaration;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where Terraform states are kept. The stacks that write a state and the DNS stack that reads it
 * share one declaration. It never contains credentials, which come from the environment.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/backend">Terraform backends</a>
 */
public sealed interface StateBackend {

  /** Calls the method for this type. Java 17 cannot switch over a sealed type. */
  <R> R accept(Cases<R> cases);

  /** One method per backend. */
  interface Cases<R> {
    R local(Local backend);

    R s3(S3 backend);

    R cloud(Cloud backend);

    R remote(Remote backend);

    R gcs(Gcs backend);

    R azurerm(Azurerm backend);

    R http(Http backend);

    R pg(Pg backend);
  }

  /**
   * Files below the folder that contains {@code cdktf.out}.
   *
   * @param directory relative, without a trailing slash; {@code .} for that folder itself
   */
  record Local(String directory) implements StateBackend {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.local(this);
    }
  }

  /**
   * Objects {@code <prefix><stack>.tfstate}, each with a lock file.
   *
   * @param options further arguments of both backend and data source, such as {@code kms_key_id} or
   *     {@code profile}, by Terraform's names
   */
  record S3(String bucket, String region, String prefix, SortedMap<String, String> options)
      implements StateBackend {
    public S3 {
      options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.s3(this);
    }
  }

  /**
   * HCP Terraform or Terraform Enterprise with the {@code cloud} block and one workspace per stack.
   */
  record Cloud(String hostname, String organization, String workspacePrefix)
      implements StateBackend {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.cloud(this);
    }
  }

  /** The same with the older {@code remote} backend. */
  record Remote(String hostname, String organization, String workspacePrefix)
      implements StateBackend {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.remote(this);
    }
  }

  /** Google Cloud Storage: objects below {@code <prefix><stack>}. */
  record Gcs(String bucket, String prefix) implements StateBackend {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.gcs(this);
    }
  }

  /** Azure Blob Storage: blobs {@code <prefix><stack>.tfstate}. */
  record Azurerm(String resourceGroup, String storageAccount, String container, String prefix)
      implements StateBackend {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.azurerm(this);
    }
  }

  /**
   * A REST endpoint {@code <address>/<stack>}.
   *
   * @param locking whether {@code <address>/<stack>/lock} supports LOCK and UNLOCK
   */
  record Http(String address, boolean locking) implements StateBackend {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.http(this);
    }
  }

  /** PostgreSQL with one schema per stack. The connection comes from {@code PG_CONN_STR}. */
  record Pg(String schemaPrefix) implements StateBackend {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.pg(this);
    }
  }
}
